namespace ImageStreams.Clients;

/// <summary>Which tags a list is about, beside the streams that they are in.</summary>
/// <remarks>
/// OpenShift applies a field selector twice: to the streams, and then to the tags found, whose names are others. So one
/// that wants a name finds nothing, whichever of the two it is.
/// </remarks>
internal sealed class TagSelection
{
    private const string Name = "metadata.name";
    private const string Namespace = "metadata.namespace";

    private static readonly string[] Known = [Name, Namespace];

    private readonly FieldSelector _fields;

    /// <exception cref="ApiException">The selector is none, or names an unknown field: a bad request.</exception>
    public TagSelection(ListOptions? options) => _fields = FieldSelector.Parse(options?.FieldSelector, Known);

    /// <summary>Whether a tag, as a reader sees it, is selected.</summary>
    public bool Matches(ApiObject tag) =>
        _fields.Matches(field => (field == Name ? tag.Metadata.Name : tag.Metadata.Namespace) ?? "");
}
