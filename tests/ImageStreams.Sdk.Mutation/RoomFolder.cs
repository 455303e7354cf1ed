using System.Globalization;

namespace ImageStreams.Mutation;

/// <summary>The files of a mutated room: its tests with the mutated library beside them, and what they find.</summary>
internal sealed class RoomFolder(string path)
{
    private readonly string _path = Path.GetFullPath(path);

    /// <summary>The list of the mutants that no test fails on.</summary>
    public string Survivors => Path.Combine(_path, "survivors.md");

    /// <summary>Returns the arguments after <c>dotnet</c> that start a worker as if it were the test project.</summary>
    public IEnumerable<string> WorkerArguments(int mutant) =>
    [
        "exec",
        "--depsfile", InBin("ImageStreams.Sdk.Tests.deps.json"),
        "--runtimeconfig", InBin("ImageStreams.Sdk.Tests.runtimeconfig.json"),
        InBin("ImageStreams.Sdk.Mutation.dll"),
        "worker", InBin("ImageStreams.Sdk.Tests.dll"), InBin("ImageStreams.Sdk.dll"), mutant.ToString(CultureInfo.InvariantCulture),
    ];

    private string InBin(string file) => Path.Combine(_path, "bin", file);
}
