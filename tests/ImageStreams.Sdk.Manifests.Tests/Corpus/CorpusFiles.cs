using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Validation;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Manifests.Corpus;

/// <summary>The files of the corpus, and what is to be found in them.</summary>
internal static class CorpusFiles
{
    public static string Folder { get; } = Path.Combine(TestProject.Folder, "Corpus");

    /// <summary>The lines of the index: the file, its objects with their lines, and its problems with theirs.</summary>
    public static string[] ReadIndex() => File.ReadAllLines(Path.Join(Folder, "corpus.tsv"));

    public static string[] FindAll() => [.. Directory
        .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".yaml" or ".json")
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    public static async Task<ManifestSet> LoadAsync(string file) => await ManifestSet.LoadAsync([Path.Join(Folder, file)]);

    /// <summary>Validates a build configuration, a deployment configuration, or a workload; other objects have no errors.</summary>
    public static ValueList<FieldError> Validate(ManifestObject found) => found.Value switch
    {
        BuildConfig build => BuildConfigValidator.Validate(build),
        DeploymentConfig deployment => DeploymentConfigValidator.Validate(deployment),
        Workload workload => WorkloadValidator.Validate(workload),
        _ => [],
    };

    /// <summary>Describes what was found as the index does.</summary>
    public static string Describe(string file, ManifestSet set)
    {
        var objects = set.Objects.Select(found => string.Create(CultureInfo.InvariantCulture, $"{found}:{found.Place.Line}"));
        var problems = set.Problems.Select(found => string.Create(CultureInfo.InvariantCulture, $"{found.Kind}:{found.Place.Line}"));
        return $"{file}\t{string.Join("; ", objects)}\t{string.Join(", ", problems)}";
    }
}
