using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Registries;
using ImageStreams.Signatures;
using ImageStreams.Workloads;

namespace ImageStreams.Manifests;

/// <summary>The objects of manifests, each with its place, and the problems of the texts.</summary>
/// <remarks>
/// <para>Objects in lists and templates count one by one. Files are in the order of the paths, those of a folder in the order of
/// their names, and objects in the order of the text. What cannot be read is a problem; everything else is read.</para>
/// <para>Immutable; safe to share between threads.</para>
/// </remarks>
public sealed partial class ManifestSet
{
    private readonly ObjectTable _table;

    internal ManifestSet(ValueList<ManifestFile> files, ObjectTable table, ValueList<ManifestProblem> problems)
    {
        _table = table;
        Files = files;
        Problems = problems;
    }

    /// <summary>The files that were read.</summary>
    public ValueList<ManifestFile> Files { get; }

    /// <summary>All objects, those of other kinds included.</summary>
    public ValueList<ManifestObject> Objects => _table.Objects;

    /// <summary>The problems, in the order of the files and their lines.</summary>
    public ValueList<ManifestProblem> Problems { get; }

    /// <summary>The image streams.</summary>
    public ValueList<ImageStream> Streams => _table.Get<ImageStream>();

    /// <summary>The images.</summary>
    public ValueList<Image> Images => _table.Get<Image>();

    /// <summary>The image stream tags.</summary>
    public ValueList<ImageStreamTag> ImageStreamTags => _table.Get<ImageStreamTag>();

    /// <summary>The imports.</summary>
    public ValueList<ImageStreamImport> ImageStreamImports => _table.Get<ImageStreamImport>();

    /// <summary>The build configurations.</summary>
    public ValueList<BuildConfig> BuildConfigs => _table.Get<BuildConfig>();

    /// <summary>The builds.</summary>
    public ValueList<Build> Builds => _table.Get<Build>();

    /// <summary>The deployment configurations.</summary>
    public ValueList<DeploymentConfig> DeploymentConfigs => _table.Get<DeploymentConfig>();

    /// <summary>All other objects that run pods.</summary>
    public ValueList<Workload> Workloads => _table.Get<Workload>();

    /// <summary>The mirrors of images that are pulled by digest.</summary>
    public ValueList<ImageDigestMirrorSet> ImageDigestMirrorSets => _table.Get<ImageDigestMirrorSet>();

    /// <summary>The mirrors of images that are pulled by tag.</summary>
    public ValueList<ImageTagMirrorSet> ImageTagMirrorSets => _table.Get<ImageTagMirrorSet>();

    /// <summary>The mirrors in their older form.</summary>
    public ValueList<ImageContentSourcePolicy> ImageContentSourcePolicies => _table.Get<ImageContentSourcePolicy>();

    /// <summary>The policies of clusters for signatures of images.</summary>
    public ValueList<ClusterImagePolicy> ClusterImagePolicies => _table.Get<ClusterImagePolicy>();

    /// <summary>The policies of namespaces for signatures of images.</summary>
    public ValueList<ImagePolicy> ImagePolicies => _table.Get<ImagePolicy>();

    /// <summary>The image configurations of clusters.</summary>
    public ValueList<ClusterImageConfig> ClusterImageConfigs => _table.Get<ClusterImageConfig>();

    /// <summary>The number of objects that are of no kind of this library.</summary>
    public int OtherCount => _table.OtherCount;

    /// <summary>Converts the set to the objects of a graph, or of the doctor.</summary>
    public GraphObjects ToGraphObjects() => new()
    {
        Streams = Streams,
        BuildConfigs = BuildConfigs,
        DeploymentConfigs = DeploymentConfigs,
        Workloads = Workloads,
    };

    /// <summary>Finds an object; the first one of several.</summary>
    /// <param name="kind">The kind, such as <c>ImageStream</c>.</param>
    /// <param name="ns">The namespace; null or empty for objects without one.</param>
    /// <param name="name">The name.</param>
    /// <returns>The object; null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> or <paramref name="name"/> is null.</exception>
    public ManifestObject? Find(string kind, string? ns, string name)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(name);
        return _table.Find(kind, ns ?? "", name);
    }

    /// <summary>Finds the place of the field of a graph or of a finding, or of the nearest field around it that is written.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The place; null when the object is not in the set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is null.</exception>
    public TextPlace? FindPlace(GraphField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Find(field.Kind, field.Namespace, field.Name)?.FindPlace(field.Path);
    }

    /// <summary>Returns the numbers of objects, files and problems.</summary>
    public override string ToString() => $"{Objects.Count} objects in {Files.Count} files, {Problems.Count} problems";
}
