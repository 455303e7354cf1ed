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
}
