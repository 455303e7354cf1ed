using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Selects roles and bindings by namespace and name.</summary>
/// <remarks>They have no labels here. A selector that cannot be met is refused rather than ignored: a client deletes what it listed.</remarks>
internal sealed class RbacSelection
{
    private readonly string? _namespace;
    private readonly string _name;

    /// <exception cref="ApiException">A selector asks for something else (400).</exception>
    public RbacSelection(ResourceRequest request)
    {
        _namespace = request.Namespace;
        _name = NameSelector.Find(request.List.FieldSelector);
        if (!string.IsNullOrEmpty(request.List.LabelSelector))
        {
            throw AccessErrors.BadRequest("roles and bindings have no labels here, and cannot be selected by them");
        }

        if (!string.IsNullOrEmpty(request.List.FieldSelector) && !IsNameOnly(request.List.FieldSelector))
        {
            throw AccessErrors.BadRequest("roles and bindings can be selected by metadata.name only");
        }
    }

    /// <summary>Determines whether an object is selected.</summary>
    public bool Matches(string ns, string name) =>
        (_namespace is null || ns == _namespace) && (_name.Length == 0 || name == _name);

    private bool IsNameOnly(string selector) => _name.Length > 0 && !selector.Contains(',', StringComparison.Ordinal);
}
