using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of roles and bindings: names, defaults of references, and what must be set.</summary>
internal sealed class RbacKindRules(ResourceDefinition definition) : KindRules
{
    private const string ServiceAccount = "ServiceAccount";

    private bool IsBinding => definition.Kind is RbacKey.RoleBinding or RbacKey.ClusterRoleBinding;

    // Names have colons here, such as those of the roles of the system.
    public override FieldError? ValidateName(string name) => name is "." or ".." || name.AsSpan().IndexOfAny('/', '%') >= 0
        ? Invalid("metadata.name", name, $"Invalid value: {AccessText.Quote(name)}: must be a name that can be a part of a path")
        : null;

    public override void SetDefaults(JsonObject value)
    {
        if (!IsBinding)
        {
            return;
        }

        value.FindObject("roleRef")?.SetEmpty("apiGroup", RbacDefinitions.GroupName);
        foreach (var subject in value.FindItems("subjects").Where(static subject => subject.FindText("kind") != ServiceAccount))
        {
            subject.SetEmpty("apiGroup", RbacDefinitions.GroupName);
        }
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) =>
        IsBinding ? ValidateBinding(value, old) : ValidateRole(value);

    private IEnumerable<FieldError> ValidateBinding(JsonObject value, JsonObject? old)
    {
        var kind = value.FindText("roleRef", "kind") ?? "";
        if (kind != RbacKey.ClusterRole && (kind != RbacKey.Role || !definition.IsNamespaced))
        {
            yield return Invalid("roleRef.kind", kind, $"Unsupported value: {AccessText.Quote(kind)}: it must be the kind of a role");
        }

        if (string.IsNullOrEmpty(value.FindText("roleRef", "name")))
        {
            yield return Required("roleRef.name", "Required value");
        }

        if (old is not null && !JsonNode.DeepEquals(value["roleRef"], old["roleRef"]))
        {
            yield return Invalid("roleRef", "", $"Invalid value: {value["roleRef"]?.ToJsonString()}: cannot change roleRef");
        }

        foreach (var error in value.FindItems("subjects").SelectMany(ValidateSubject))
        {
            yield return error;
        }
    }

    private IEnumerable<FieldError> ValidateSubject(JsonObject subject, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"subjects[{index}]");
        var kind = subject.FindText("kind") ?? "";
        if (kind is not ("User" or "Group" or ServiceAccount))
        {
            yield return Invalid($"{path}.kind", kind, $"Unsupported value: {AccessText.Quote(kind)}: supported values: \"Group\", \"ServiceAccount\", \"User\"");
        }

        if (string.IsNullOrEmpty(subject.FindText("name")))
        {
            yield return Required($"{path}.name", "Required value");
        }

        // In a binding of one namespace, an account without a namespace is one of that.
        if (kind == ServiceAccount && !definition.IsNamespaced && string.IsNullOrEmpty(subject.FindText("namespace")))
        {
            yield return Required($"{path}.namespace", "Required value");
        }
    }

    private IEnumerable<FieldError> ValidateRole(JsonObject value) => value.FindItems("rules").SelectMany(ValidateRule);

    private IEnumerable<FieldError> ValidateRule(JsonObject rule, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"rules[{index}]");
        if (!Has(rule, "verbs"))
        {
            yield return Required($"{path}.verbs", "Required value: verbs must contain at least one value");
        }

        if (Has(rule, "nonResourceURLs"))
        {
            if (definition.IsNamespaced)
            {
                yield return Invalid($"{path}.nonResourceURLs", "", "Invalid value: namespaced rules cannot apply to non-resource URLs");
            }

            yield break;
        }

        if (!Has(rule, "apiGroups"))
        {
            yield return Required($"{path}.apiGroups", "Required value: resource rules must supply at least one api group");
        }

        if (!Has(rule, "resources"))
        {
            yield return Required($"{path}.resources", "Required value: resource rules must supply at least one resource");
        }
    }

    private static bool Has(JsonObject rule, string list) => rule[list] is JsonArray { Count: > 0 };
}
