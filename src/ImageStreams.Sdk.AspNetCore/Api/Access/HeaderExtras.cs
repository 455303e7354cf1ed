using ImageStreams.Collections;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads facts about a user from headers that begin alike, such as <c>X-Remote-Extra-scopes</c>.</summary>
internal static class HeaderExtras
{
    /// <summary>Reads the values by their keys: what follows the prefix, in lower case, with escapes resolved.</summary>
    public static ValueMap<ValueList<string>> Read(IHeaderDictionary headers, params string[] prefixes) => prefixes
        .SelectMany(prefix => ReadOne(headers, prefix))
        .GroupBy(static one => one.Key, static one => one.Values, StringComparer.Ordinal)
        .Select(static one => KeyValuePair.Create(one.Key, one.SelectMany(static values => values).ToValueList()))
        .ToValueMap();

    private static IEnumerable<(string Key, ValueList<string> Values)> ReadOne(IHeaderDictionary headers, string prefix) => headers
        .Where(header => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .Select(header => (GetKey(header.Key, prefix), header.Value.OfType<string>().ToValueList()));

    private static string GetKey(string header, string prefix) => Uri.UnescapeDataString(header[prefix.Length..].ToLowerInvariant());
}
