import { describe, expect, it } from 'vitest'
import { fitWindow } from './windowState'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }

describe('the window', () => {
  it('comes back where it was, on whichever screen that is', () => {
    const left = { x: 100, y: 50, width: 900, height: 700, maximized: false }
    expect(fitWindow(left, [screen])).toEqual(left)
    expect(fitWindow({ ...left, x: 2000 }, [screen, right])).toEqual({ ...left, x: 2000 })
  })

  it('is placed by the system where its screen is gone or its bar is out of reach', () => {
    const gone = { x: 2000, y: 50, width: 900, height: 700, maximized: true }
    expect(fitWindow(gone, [screen])).toEqual({ width: 900, height: 700, maximized: true })
    expect(fitWindow({ ...gone, x: 0, y: -60 }, [screen])).not.toHaveProperty('x')
    expect(fitWindow({ ...gone, x: 0, y: 1070 }, [screen])).not.toHaveProperty('x')
  })

  it('is never smaller than it can be used, nor larger than the largest screen', () => {
    expect(fitWindow({ width: 10, height: 10, maximized: false }, [screen])).toMatchObject({
      width: 360,
      height: 480,
    })
    expect(fitWindow({ width: 9000, height: 9000, maximized: false }, [screen])).toMatchObject({
      width: 1920,
      height: 1080,
    })
  })

  it('has a usual size at first', () => {
    expect(fitWindow(undefined, [screen])).toEqual({ width: 1440, height: 900, maximized: false })
    expect(fitWindow(undefined, [{ ...screen, width: 1024, height: 600 }])).toMatchObject({
      width: 1024,
      height: 600,
    })
  })
})
