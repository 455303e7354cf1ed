using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.Graphs;

/// <summary>Files of the repository with output of the library, which a test can renew.</summary>
internal static class RenewableFile
{
    public const string Advice =
        "is out of date: run the tests with RENEW=1 (and dot -Tsvg on each .dot of docs/pictures that changes).";

    public static void AssertEqual(string path, string text)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("RENEW") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == text, $"{path} {Advice}");
    }
}
