using System.Globalization;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Policies;

internal sealed partial class GateJsonObject
{
    /// <summary>Reads a list of texts, each by a function that answers null for a wrong one; null when the list is missing.</summary>
    public ValueList<T>? Texts<T>(string name, string expected, int max, Func<string, T?> read)
        where T : class
    {
        if (Find(name, JsonValueKind.Array, "a list of texts") is not { } list)
        {
            return null;
        }

        var results = new List<T>();
        foreach (var item in list.EnumerateArray().Take(max + 1))
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{name}[{results.Count}]");
            if (results.Count == max)
            {
                Refuse(TagPolicyFailure.TooMany, at, $"The list has more than {max} items.");
                return results.ToValueList();
            }

            if (item.ValueKind != JsonValueKind.String || read(item.GetString()!) is not { } result)
            {
                Refuse(TagPolicyFailure.InvalidValue, at, $"The value must be {expected}.");
                return results.ToValueList();
            }

            results.Add(result);
        }

        return results.ToValueList();
    }

    /// <summary>Reads a list of objects; empty when it is missing.</summary>
    public List<T> Objects<T>(string name, int max, Func<GateJsonObject, T> read) =>
        Find(name, JsonValueKind.Array, "a list") is { } list ? json.ReadObjects(list, Place(name), max, read) : [];

    /// <summary>Refuses fields that were not read, and fields that are there twice.</summary>
    public void RefuseUnknown()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in element.EnumerateObject().Select(property => property.Name))
        {
            if (!seen.Add(name))
            {
                Refuse(TagPolicyFailure.RepeatedField, name, "The field is there twice.");
            }

            if (!_known.Contains(name))
            {
                var similar = NearestNames.ToQuestion([.. NearestNames.Find(name, _known)]);
                Refuse(TagPolicyFailure.UnknownField, name, $"There is no such field here.{(similar.Length == 0 ? "" : $" ({similar})")}");
            }
        }
    }
}
