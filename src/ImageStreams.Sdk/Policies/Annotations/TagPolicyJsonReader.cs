using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>Reads the JSON of a policy, strictly.</summary>
internal static class TagPolicyJsonReader
{
    private const int MaxDepth = 3;

    /// <summary>Reads a policy; null with the first error.</summary>
    public static TagPolicy? Read(string text, out TagPolicyError? error)
    {
        TagPolicy? policy = null;
        error = AnnotationJson.Visit(text, "policy", MaxDepth, root =>
        {
            policy = Read(root, out var first);
            return first;
        });
        return policy;
    }

    private static TagPolicy? Read(JsonElement root, out TagPolicyError? error)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            error = Refuse(TagPolicyFailure.InvalidJson, "", "The policy is not a JSON object.");
            return null;
        }

        var policy = new TagPolicy();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            error = seen.Add(property.Name)
                ? ReadField(property, ref policy)
                : Refuse(TagPolicyFailure.RepeatedField, property.Name, "The field is there twice.");
            if (error is not null)
            {
                return null;
            }
        }

        error = null;
        return policy;
    }

    private static TagPolicyError? ReadField(JsonProperty property, ref TagPolicy policy)
    {
        if (TagPolicyField.All.FirstOrDefault(one => one.Name == property.Name) is not { } field)
        {
            return RefuseUnknown(property.Name);
        }

        if (!field.Kinds.Contains(property.Value.ValueKind))
        {
            return Refuse(TagPolicyFailure.WrongType, field.Name, $"The value must be {field.Expected}.");
        }

        var changed = field.Read(policy, property.Value);
        policy = changed ?? policy;
        return changed is null
            ? Refuse(TagPolicyFailure.InvalidValue, field.Name, $"The value must be one of these: {field.Expected}.")
            : null;
    }

    private static TagPolicyError RefuseUnknown(string name)
    {
        var shown = PrintableText.Escape(name, 64);
        var similar = NearestNames.ToQuestion([.. NearestNames.Find(name, TagPolicyField.All.Select(field => field.Name))]);
        var question = similar.Length == 0 ? "" : $" {char.ToUpperInvariant(similar[0])}{similar[1..]}";
        return Refuse(TagPolicyFailure.UnknownField, shown, $"A policy has no such field.{question}");
    }

    private static TagPolicyError Refuse(TagPolicyFailure failure, string field, string message) =>
        TagPolicyChecks.Refuse(failure, field, message);
}
