using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>The names of definitions and operations.</summary>
internal static class OpenApiNames
{
    private const string KubernetesSuffix = ".k8s.io";

    /// <summary>Gets the name of a definition: that of the type, or one by group, version and kind.</summary>
    public static string GetDefinition(ObjectSchema schema) => schema.Root.Name.Length > 0
        ? schema.Root.Name
        : GetDefinition(schema.Group, schema.Version, schema.Kind);

    /// <summary>Gets a name by group, version and kind, as custom resources have it.</summary>
    public static string GetDefinition(string group, string version, string kind) =>
        $"{(group.Length == 0 ? "core" : string.Join(".", group.Split('.').Reverse()))}.{version}.{kind}";

    /// <summary>Gets the name of another kind beside a definition.</summary>
    public static string GetSibling(string definition, string kind) => $"{definition[..(definition.LastIndexOf('.') + 1)]}{kind}";

    /// <summary>Gets the name of an operation, such as <c>readImageOpenshiftIoV1NamespacedImageStream</c>.</summary>
    public static string GetOperation(string action, ResourceDefinition definition, bool isNamespaced, string kind, string suffix)
    {
        var group = definition.Group.Length == 0 ? "core" : definition.Group.Replace(KubernetesSuffix, "", StringComparison.Ordinal);
        return $"{action}{Capitalize(group)}{Capitalize(definition.Version)}{(isNamespaced ? "Namespaced" : "")}{kind}{suffix}";
    }

    /// <summary>Joins the parts of a name, each with a capital.</summary>
    public static string Capitalize(string name) =>
        string.Concat(name.Split('.', '-').Where(static part => part.Length > 0).Select(static part => char.ToUpperInvariant(part[0]) + part[1..]));
}
