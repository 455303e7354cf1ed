namespace ImageStreams.Serialization;

/// <summary>The name of a record in the tables of fields and, of an API object, its kind and version.</summary>
internal sealed class WireType(string name, string? kind = null, string? groupVersion = null)
{
    /// <summary>The kind of a list of objects of any kinds, as <c>oc get -o json</c> writes it.</summary>
    private const string AnyList = "List";

    private const string AnyListVersion = "v1";

    /// <summary>The groups whose kinds once were in the core group, and are still read from there.</summary>
    private static readonly string[] LegacyGroups =
        ["image.openshift.io", "build.openshift.io", "apps.openshift.io"];

    private readonly bool _isList = kind?.EndsWith(AnyList, StringComparison.Ordinal) == true;

    /// <summary>The name of the record.</summary>
    public string Name => name;

    /// <summary>The kind; null for a part of an object.</summary>
    public string? Kind => kind;

    /// <summary>The group of the kind; empty when there is none.</summary>
    public string Group => GetGroup(groupVersion ?? "");

    /// <summary>
    /// Determines whether an object with a kind and a version is of this type; absent ones are those of the type.
    /// </summary>
    public bool Accepts(string? otherKind, string? apiVersion) =>
        kind is null || (AcceptsKind(otherKind) && (string.IsNullOrEmpty(apiVersion) || AcceptsVersion(otherKind, apiVersion)));

    /// <summary>Determines whether a kind is that of the type, or <c>List</c> where the type is a list.</summary>
    public bool AcceptsKind(string? otherKind) =>
        string.IsNullOrEmpty(otherKind) || otherKind == kind || (_isList && otherKind == AnyList);

    /// <summary>Determines whether a version is that of the type, exactly or in its old form without a group; an absent one
    /// is.</summary>
    public bool IsVersion(string? apiVersion) =>
        string.IsNullOrEmpty(apiVersion) || apiVersion == groupVersion || IsLegacyVersion(apiVersion);

    /// <summary>Gets the group of a version, such as <c>image.openshift.io</c>; empty for the core group.</summary>
    internal static string GetGroup(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : apiVersion[..slash];
    }

    private bool AcceptsVersion(string? otherKind, string apiVersion)
    {
        if (apiVersion == groupVersion || (otherKind == AnyList && apiVersion == AnyListVersion))
        {
            return true;
        }

        var group = GetGroup(apiVersion);
        return group.Length > 0 ? group == Group : IsLegacyVersion(apiVersion);
    }

    private bool IsLegacyVersion(string apiVersion) =>
        LegacyGroups.Contains(Group) && groupVersion!.EndsWith($"/{apiVersion}", StringComparison.Ordinal);
}
