using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>The members that tell the kinds of manifest apart.</summary>
internal struct ManifestClues
{
    private string? _mediaType;
    private bool _isSchema1;
    private bool _isSigned;
    private bool _hasManifests;
    private bool _hasConfig;

    /// <summary>The media type that the members seen so far point to; empty when they point nowhere.</summary>
    public readonly string MediaType => this switch
    {
        { _isSchema1: true, _isSigned: true } => MediaTypes.DockerSchema1Signed,
        { _isSchema1: true } => MediaTypes.DockerSchema1,
        { _mediaType: { } own } when MediaTypes.GetKind(own) != ManifestKinds.None => own.ToLowerInvariant(),
        { _hasManifests: true } => MediaTypes.OciIndex,
        { _hasConfig: true } => MediaTypes.OciManifest,
        _ => "",
    };

    /// <summary>Takes in one member of the outermost object and leaves the reader at its end.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        var name = reader.GetString();
        reader.Read();
        _isSchema1 |= name == "schemaVersion" && IsOne(ref reader);
        _isSigned |= name == "signatures" && reader.TokenType == JsonTokenType.StartArray;
        _hasManifests |= name == "manifests" && reader.TokenType == JsonTokenType.StartArray;
        _hasConfig |= name == "config" && reader.TokenType == JsonTokenType.StartObject;
        _mediaType ??= name == "mediaType" && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        reader.Skip();
    }

    private static bool IsOne(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number == 1;
}
