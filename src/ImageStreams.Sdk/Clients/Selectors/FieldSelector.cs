namespace ImageStreams.Clients;

/// <summary>Which values an object's fields must have: Kubernetes' field selectors.</summary>
/// <remarks>
/// Terms are joined by commas: <c>field=value</c>, <c>field==value</c> or <c>field!=value</c>. A backslash before a
/// comma, an equals sign or a backslash takes it as it is.
/// </remarks>
internal sealed class FieldSelector
{
    private readonly List<FieldTerm> _terms;

    private FieldSelector(List<FieldTerm> terms) => _terms = terms;

    /// <summary>Whether every object is selected.</summary>
    public bool IsEmpty => _terms.Count == 0;

    /// <summary>Reads a selector; null and the empty text select everything.</summary>
    /// <param name="text">The selector.</param>
    /// <param name="known">The fields that can be selected by.</param>
    /// <exception cref="ApiException">The text is not a selector, or names another field: a bad request.</exception>
    public static FieldSelector Parse(string? text, IReadOnlyCollection<string> known)
    {
        var terms = FieldTerm.ReadAll(text ?? "");
        var unknown = terms.Find(term => !known.Contains(term.Field));
        return unknown is null
            ? new FieldSelector(terms)
            : throw ApiErrors.BadRequest(
                $"{ApiErrors.Quote(unknown.Field)} is not a known field selector: only "
                + string.Join(", ", known.Select(ApiErrors.Quote)));
    }

    /// <summary>The only value that a field may have, or null when there is no such.</summary>
    public string? FindExact(string field) => _terms.Find(term => term.Field == field && term.IsEqual)?.Value;

    /// <summary>Whether the fields have the values.</summary>
    /// <param name="getValue">Gives the value of a field.</param>
    public bool Matches(Func<string, string> getValue) =>
        _terms.TrueForAll(term => getValue(term.Field) == term.Value == term.IsEqual);
}
