namespace ImageStreams.Clients;

/// <summary>The field selector of a list of tags.</summary>
/// <remarks>
/// OpenShift applies a field selector twice: to the streams, and then to their tags, which have other names. A selector
/// of a name therefore finds nothing.
/// </remarks>
internal sealed class TagSelection
{
    private const string Name = "metadata.name";
    private const string Namespace = "metadata.namespace";

    private static readonly string[] Known = [Name, Namespace];

    private readonly FieldSelector _fields;

    /// <exception cref="ApiException">
    /// The selector is malformed, or names an unknown field (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    public TagSelection(ListOptions? options) => _fields = FieldSelector.Parse(options?.FieldSelector, Known);

    /// <summary>Determines whether a tag matches, as a reader sees it.</summary>
    public bool Matches(ApiObject tag) =>
        _fields.Matches(field => (field == Name ? tag.Metadata.Name : tag.Metadata.Namespace) ?? "");
}
