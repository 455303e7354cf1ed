namespace ImageStreams.Tests.Hosting;

/// <summary>The repository that contains the tests.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "ImageStreams.Sdk.sln")) ? folder : Find(System.IO.Path.GetDirectoryName(folder)!);
}
