import { createWebHistory } from 'vue-router'
import { createPage, createRefusalPage } from './createPage'
import { errorToReport } from './stores/errorToReport'
import './styles/main.css'
import { connect } from './transport/connect'

const start = async (): Promise<void> => {
  try {
    const connection = await connect()
    createPage({ connection, storage: localStorage, now: () => new Date() }, createWebHistory()).mount(
      '#page',
    )
  } catch (cause) {
    createRefusalPage(errorToReport(cause)).mount('#page')
  }
}

void start()
