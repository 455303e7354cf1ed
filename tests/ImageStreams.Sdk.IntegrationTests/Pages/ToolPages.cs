using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>Pages that the command <c>imagestreams</c> writes, in a process of its own.</summary>
internal static class ToolPages
{
    private const string Sample = "docs/samples/shop";

    /// <summary>Writes the graph of the sample folder.</summary>
    public static Task<string> WriteSampleAsync(Browser browser) => WriteAsync(browser, DotNet.Root, "graph", Sample);

    /// <summary>Writes the impact of a tag of the sample folder.</summary>
    public static Task<string> WriteSampleImpactAsync(Browser browser, string tag) =>
        WriteAsync(browser, DotNet.Root, "impact", Sample, "--tag", tag);

    /// <summary>Writes the graph of a fleet.</summary>
    public static async Task<string> WriteFleetAsync(Browser browser, int teams)
    {
        using var folder = new ScratchFolder();
        FleetManifests.Write(folder, teams);
        return await WriteAsync(browser, folder.Path, "graph", ".");
    }

    /// <summary>Runs a command in a folder, and returns the file with its page.</summary>
    public static async Task<string> WriteAsync(Browser browser, string folder, params string[] arguments)
    {
        var file = Path.Combine(browser.Folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, await RunAsync(folder, [.. arguments, "-o", "html"]));
        return file;
    }

    /// <summary>Runs the tool, and returns its output.</summary>
    public static Task<string> RunAsync(string folder, params string[] arguments) =>
        DotNet.RunAsync(folder, [Path.Combine(AppContext.BaseDirectory, "imagestreams.dll"), .. arguments]);
}
