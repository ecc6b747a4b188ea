import { createWebHistory } from 'vue-router'
import { createPage, createRefusalPage } from './createPage'
import { errorToReport } from './stores/errorToReport'
import './styles/main.css'
import { warmFormats } from './text/warmFormats'
import { connect } from './transport/connect'

const start = async (): Promise<void> => {
  try {
    const connecting = connect()
    setTimeout(warmFormats)
    const connection = await connecting
    createPage({ connection, storage: localStorage, now: () => new Date() }, createWebHistory()).mount(
      '#page',
    )
  } catch (cause) {
    createRefusalPage(errorToReport(cause)).mount('#page')
  }
}

void start()
