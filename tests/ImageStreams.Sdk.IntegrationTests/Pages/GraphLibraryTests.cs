using System.Diagnostics;
using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>The build fetches the layout library of the page, and says what to do when it cannot.</summary>
public sealed class GraphLibraryTests
{
    private static string Targets => Path.Combine(DotNet.Root, "src/ImageStreams.Tool/Pages/GraphLibrary.targets");

    [Fact]
    public async Task Fetch_NobodyAnswers_NamesTheAddressAndTheWaysOut()
    {
        using var folder = CreateProject();
        var output = await FailAsync(folder, "-p:GraphLibraryRegistry=http://127.0.0.1:9", "-p:GraphLibraryRetries=0");

        Assert.Contains("error IMAGESTREAMS001", output, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:9/@viz-js/viz/-/viz-", output, StringComparison.Ordinal);
        Assert.Contains("-p:GraphLibraryPackage=FILE, an absolute path", output, StringComparison.Ordinal);
        AssertNothingIsLeft(folder);
    }

    [Fact]
    public async Task Fetch_AnotherFile_IsRefusedByItsDigest()
    {
        using var folder = CreateProject();
        folder.Write("other.tgz", "not the library");
        var output = await FailAsync(folder, "-p:GraphLibraryPackage=other.tgz");

        Assert.Contains("and other.tgz did not give it with the SHA-512 digest", output, StringComparison.Ordinal);
        AssertNothingIsLeft(folder);
    }

    [Fact]
    public async Task Fetch_NoSuchFile_NamesIt()
    {
        using var folder = CreateProject();
        var output = await FailAsync(folder, "-p:GraphLibraryPackage=absent.tgz");

        Assert.Contains("and absent.tgz did not give it", output, StringComparison.Ordinal);
    }

    private static ScratchFolder CreateProject()
    {
        var folder = new ScratchFolder();
        folder.Write("page.proj", $"""<Project><Import Project="{Targets}" /></Project>""");
        return folder;
    }

    private static void AssertNothingIsLeft(ScratchFolder folder) =>
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "graphviz")));

    private static async Task<string> FailAsync(ScratchFolder folder, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "page.proj", "-nologo", "-t:FetchGraphLibrary", .. properties])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        return output;
    }
}
