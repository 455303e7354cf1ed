namespace ImageStreams.Tests.Tool;

/// <summary>Compares output with a recorded text. With IMAGESTREAMS_ACCEPT=1 in the environment, the text is recorded anew.</summary>
internal static class GoldenFile
{
    /// <summary>Gets a value indicating whether texts are recorded anew.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable("IMAGESTREAMS_ACCEPT") == "1";

    /// <summary>Asserts that an output is the recorded one.</summary>
    public static void AssertEqual(string name, string actual)
    {
        var path = Path.Combine(RepositoryFiles.Root, "tests", "ImageStreams.Tool.Tests", "Golden", name);
        var shown = actual.Replace(RepositoryFiles.Root + "/", "", StringComparison.Ordinal);
        if (IsAccepting)
        {
            File.WriteAllText(path, shown);
        }

        Assert.Equal(File.ReadAllText(path), shown);
    }
}
