using ImageStreams.Testing;

namespace ImageStreams.Quickstart;

/// <summary>Small images with the same digests in every run.</summary>
internal static class SampleImages
{
    /// <summary>A base image.</summary>
    public static SyntheticImage Python(string version) =>
        SyntheticImage.Create("python").WithEnvironment("PYTHON_VERSION", version);

    /// <summary>The result of a build on top of a base image.</summary>
    public static SyntheticImage Myapp(string baseImage) =>
        SyntheticImage.Create("myapp").WithLabel("base", baseImage).WithCommand("python", "app.py");
}
