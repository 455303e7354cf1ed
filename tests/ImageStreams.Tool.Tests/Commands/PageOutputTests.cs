using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class PageOutputTests
{
    [Theory]
    [InlineData("graph SHOP -o html")]
    [InlineData("impact SHOP --tag shop/ruby:3.3 -o html")]
    public async Task RunAsync_Html_IsOnePageWithThePlacesOfItsEdges(string line)
    {
        var run = await ToolRun.RunAsync(line.Replace("SHOP", RepositoryFiles.Shop, StringComparison.Ordinal).Split(' '));

        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        Assert.StartsWith("<!doctype html>", run.Out, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("docs/samples/shop/builds.yaml:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Html_NamesTheLicenseAndTheSourceOfEverythingWithin()
    {
        var run = await ToolRun.RunAsync("graph", RepositoryFiles.Shop, "-o", "html");

        Assert.All(
            [
                "Viz.js 3.31.0", "Graphviz 16.1.0", "Eclipse Public License (EPL)", "graphviz-releases/16.1.0/graphviz-16.1.0.tar.gz",
                "https://www.eclipse.org/legal/licenses/", "Expat 2.8.5", "MIT License",
            ],
            part => Assert.Contains(part, run.Out, StringComparison.Ordinal));
    }
}
