using ImageStreams.Serialization;

namespace ImageStreams.Manifests;

/// <summary>A kind of objects that the library has a record for.</summary>
internal sealed class KnownKind
{
    private readonly Func<byte[], object> _read;

    public KnownKind(string name, string group, Func<byte[], object> read)
    {
        Name = name;
        Group = group;
        _read = read;
    }

    public string Name { get; }

    public string Group { get; }

    /// <summary>The version to write.</summary>
    public string ApiVersion => Group switch
    {
        "" => "v1",
        "operator.openshift.io" => $"{Group}/v1alpha1",
        _ => $"{Group}/v1",
    };

    /// <summary>Gets a value indicating whether the version <c>v1</c> alone means the kind, as before OpenShift had groups.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>Gets a value indicating whether the objects are in namespaces.</summary>
    public bool IsNamespaced { get; init; } = true;

    /// <summary>Gets a value indicating whether no other tool has objects of this kind, so that it needs no version.</summary>
    public bool IsDistinctive { get; init; } = true;

    public bool Accepts(ObjectType type) => type switch
    {
        { Group.Length: > 0 } => type.Group == Group,
        { ApiVersion: "v1" } => IsLegacy,
        _ => type.ApiVersion.Length == 0 && IsDistinctive,
    };

    /// <summary>Reads an object.</summary>
    /// <exception cref="WireFormatException">The JSON is no object of the kind.</exception>
    public object Read(byte[] json) => _read(json);
}
