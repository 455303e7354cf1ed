using ImageStreams.IntegrationTests.Publishing;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Compares a terminal with the recorded one. With IMAGESTREAMS_ACCEPT=1 in the environment, it is recorded anew.</summary>
internal static class KubectlGolden
{
    /// <summary>Asserts that a terminal is the recorded one of a version of kubectl.</summary>
    public static void AssertEqual(string version, string name, string terminal)
    {
        var folder = Path.Combine(DotNet.Root, "tests", "ImageStreams.Sdk.IntegrationTests", "Kubectl", "Golden", version);
        var file = Path.Combine(folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("IMAGESTREAMS_ACCEPT") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(file, terminal);
        }

        Assert.Equal(File.ReadAllText(file), terminal);
    }
}
