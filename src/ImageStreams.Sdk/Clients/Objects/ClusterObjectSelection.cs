using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>The selectors of a list or a watch of objects that are kept as JSON.</summary>
internal sealed class ClusterObjectSelection
{
    private const string Name = "metadata.name";
    private const string Namespace = "metadata.namespace";

    private readonly LabelSelector _labels;
    private readonly FieldSelector _fields;

    /// <param name="labels">The label selector; null for all.</param>
    /// <param name="fields">The field selector; null for all.</param>
    /// <param name="known">The paths of further fields that may be selected by, such as <c>status.phase</c>.</param>
    /// <exception cref="ApiException">
    /// A selector is malformed, or names an unknown field (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    public ClusterObjectSelection(string? labels, string? fields, ValueList<string> known)
    {
        _labels = LabelSelector.Parse(labels);
        _fields = FieldSelector.Parse(fields, [Name, Namespace, .. known]);
    }

    /// <summary>Gets a value indicating whether the selectors match every object.</summary>
    public bool IsEmpty => _labels.IsEmpty && _fields.IsEmpty;

    /// <summary>The only name that matches; null for any.</summary>
    public string? ExactName => _fields.FindExact(Name);

    public bool Matches(ClusterObject value) =>
        _labels.Matches(value.Metadata.Labels) && _fields.Matches(field => GetFieldValue(value, field));

    private static string GetFieldValue(ClusterObject value, string field) => field switch
    {
        Name => value.Name,
        Namespace => value.Namespace,
        _ => Read(value, field.Split('.')),
    };

    private static string Read(ClusterObject value, string[] path)
    {
        if (!value.UnknownFields.TryGetValue(path[0], out var json) || json.IsAbsent)
        {
            return "";
        }

        var element = json.ToJsonElement();
        foreach (var name in path.Skip(1))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return "";
            }
        }

        return element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? "" : element.ToString();
    }
}
