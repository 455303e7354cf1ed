using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the values of a query as Kubernetes does: the first one of a name counts.</summary>
internal readonly struct QueryValues(IQueryCollection query)
{
    /// <summary>Gets a text; null when the name is missing.</summary>
    public string? Text(string name) => query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>Gets a text; null when the name is missing or the text is empty.</summary>
    public string? NonEmpty(string name) => Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>Gets all texts of a name, empty ones too.</summary>
    public IReadOnlyList<string> All(string name) => query.TryGetValue(name, out var values) ? [.. values.Select(value => value ?? "")] : [];

    /// <summary>Gets a truth value: everything but <c>false</c> and <c>0</c> is true, also an empty text; null when the name is
    /// missing.</summary>
    public bool? Truth(string name) => Text(name) is { } text
        ? text != "0" && !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase)
        : null;

    /// <summary>Gets a number; null when the name is missing or the text is empty.</summary>
    /// <exception cref="Clients.ApiException">The text is no number of 64 bits (400).</exception>
    public long? Number(string name)
    {
        if (NonEmpty(name) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ServedErrors.BadRequest($"strconv.ParseInt: parsing {GoQuote.Format(text)}: {GoQuote.DescribeNumber(text)}");
    }
}
