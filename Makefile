# make run：做好准备，打开示例申报    make test：做好准备，跑全部测试
.PHONY: help run test bench windows test-windows linux macos

help:
	@echo 'make run    做好准备，用示例打开程序；没有显示器时把同样的事做成文件，放在 out/'
	@echo 'make test   做好准备，跑全部测试'
	@echo 'make bench  量一量按键和翻页要多久'
	@echo 'make windows       给Windows编译安装程序和压缩包，放在 out/windows/'
	@echo 'make test-windows  用Wine试编译好的程序'
	@echo 'make linux         给Debian、Ubuntu编译安装包，放在 out/linux/'
	@echo 'make macos         在Mac上编译 .dmg，放在 out/macos/'

run:
	@.make/run

test:
	@.make/test

bench:
	@.make/bench

windows:
	@.make/windows

test-windows:
	@.make/test-windows

linux:
	@.make/linux

macos:
	@.make/macos
