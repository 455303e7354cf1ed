using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Manifests;

/// <summary>One object of a manifest: its identity, its place, and its content.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed class ManifestObject
{
    /// <summary>The path of the annotation whose text is JSON, which people write by hand.</summary>
    private const string TriggersPath = $"metadata.annotations['{ObjectFieldTrigger.AnnotationName}']";

    private readonly ObjectContent _content;
    private RawJson _json;

    internal ManifestObject(ManifestFile file, ObjectContent content, object? value)
    {
        File = file;
        Value = value;
        Place = content.Tree.GetPlace(content.Node);
        _content = content;
    }

    /// <summary>The <c>kind</c>, such as <c>ImageStream</c>; for the items of a typed list, that of the list.</summary>
    public string Kind => _content.Type.Kind;

    /// <summary>The <c>apiVersion</c>, such as <c>image.openshift.io/v1</c>; empty when the object has none.</summary>
    public string ApiVersion => _content.Type.ApiVersion;

    /// <summary>The namespace, or that of the options; empty when there is neither.</summary>
    public string Namespace => _content.Namespace;

    /// <summary>The name; empty when the object has none.</summary>
    public string Name => _content.Name;

    /// <summary>The place where the object begins.</summary>
    public TextPlace Place { get; }

    /// <summary>The path of the object in its document, such as <c>items[3]</c> or <c>objects[0]</c>; empty for a document that is the
    /// object.</summary>
    public string Path => _content.Path;

    /// <summary>The file of the object.</summary>
    public ManifestFile File { get; }

    /// <summary>Gets a value indicating whether the object is of a kind that the library has a record for, whether or not it could be
    /// read.</summary>
    public bool IsKnown { get; internal init; }

    /// <summary>Gets a value indicating whether the object is in a template, so that its texts may have parameters.</summary>
    public bool IsInTemplate => _content.Template is not null;

    /// <summary>
    /// The object as a record of the library: an <see cref="ImageStream"/>, <see cref="BuildConfig"/>,
    /// <see cref="DeploymentConfig"/>, <see cref="Workload"/> and so on; null for objects of other kinds, and for those that cannot be
    /// read.
    /// </summary>
    /// <remarks>
    /// Image streams, their tags and imports have the defaults of an API server. Every other object is as it is written, because the
    /// positions of its triggers count; whatever evaluates it completes it as a server does.
    /// </remarks>
    public object? Value { get; }

    /// <summary>The object as JSON: the parameters of its template are filled in, and scalars of a wrong type corrected.</summary>
    public RawJson Json => _json.IsAbsent ? _json = _content.ReadJson() : _json;

    /// <summary>The document of the object.</summary>
    internal TextTree Tree => _content.Tree;

    /// <summary>The node of the object in its document.</summary>
    internal int Node => _content.Node;

    /// <summary>Converts the value to the form in which an API server stores it: with all defaults, and without the triggers that it
    /// drops.</summary>
    /// <returns>The stored form; null when <see cref="Value"/> is null.</returns>
    public object? ToStoredValue() => Value switch
    {
        BuildConfig build => build.WithDefaults(),
        DeploymentConfig deployment => deployment.WithDefaults(),
        _ => Value,
    };

    /// <summary>Finds the place of a field, or of the nearest field around it that is written.</summary>
    /// <remarks>The place of a trigger annotation that is not JSON is that of the mistake in it.</remarks>
    /// <param name="path">The path of the field in the object, such as <c>spec.tags[0].from</c>; empty for the object.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public TextPlace FindPlace(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return (path == TriggersPath ? Tree.FindFlawPlace(path, Node) : null) ?? Tree.FindNearestPlace(path, Node);
    }

    /// <summary>Gets a value indicating whether the object may stand beside another one of its name: a template is processed when it is
    /// needed, so that only objects of the same template, or of none, come together for certain.</summary>
    internal bool IsAlternativeTo(ManifestObject other) => !ReferenceEquals(_content.Template, other._content.Template);

    /// <summary>Returns the kind and the full name.</summary>
    public override string ToString() =>
        Namespace.Length == 0 ? $"{Kind} {ObjectNames.Show(Name)}" : $"{Kind} {ObjectNames.Show(Namespace)}/{ObjectNames.Show(Name)}";
}
