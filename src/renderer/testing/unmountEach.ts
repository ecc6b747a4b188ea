import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

// Files of tests share a page, because setting one up takes longer than most of them: what a test mounted ends with it.
disableAutoUnmount()
enableAutoUnmount(afterEach)
