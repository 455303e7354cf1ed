using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Registries;

/// <summary>The registries that may be contacted, and the mirrors of their images.</summary>
/// <remarks>Immutable and compared by content; <see cref="RegistryPolicy"/> applies them.</remarks>
public sealed record RegistryRules
{
    /// <summary>No rules: every registry is contacted directly.</summary>
    public static RegistryRules None { get; } = new();

    /// <summary>The mirrors.</summary>
    public ValueList<MirrorRule> Mirrors { get; init; }

    /// <summary>The registries that are never contacted, neither as a source nor as a mirror. A host without a port is
    /// blocked on all of its ports.</summary>
    public ValueList<RegistryScope> Blocked { get; init; }

    /// <summary>The registries for which HTTPS without a verified certificate is allowed and, when that fails, plain
    /// HTTP.</summary>
    public ValueList<RegistryScope> Insecure { get; init; }

    /// <summary>The registries whose images may be pulled, regardless of the location that serves them; empty for all.</summary>
    public ValueList<RegistryScope> Allowed { get; init; }

    /// <summary>Gets a value indicating whether an empty <see cref="Allowed"/> allows nothing: a list was given and none of its
    /// entries was valid.</summary>
    public bool AllowedOnly { get; init; }

    /// <summary>The registries whose images may be imported, regardless of the location that serves them; empty for
    /// all.</summary>
    /// <remarks>OpenShift checks it for users who may not create images themselves; leave it empty for other
    /// users.</remarks>
    public ValueList<AllowedRegistry> AllowedForImport { get; init; }

    /// <summary>Gets a value indicating whether an empty <see cref="AllowedForImport"/> allows nothing.</summary>
    public bool AllowedForImportOnly { get; init; }

    /// <summary>The entries of a cluster's objects that were ignored or changed, each with the reason.</summary>
    public ValueList<string> Ignored { get; init; }

    /// <summary>Reads the rules of a cluster.</summary>
    /// <remarks>An invalid entry is ignored, and <see cref="Ignored"/> names it. A list of allowed registries without a
    /// valid entry allows nothing.</remarks>
    /// <param name="objects">The cluster's image configuration, image digest mirror sets, image tag mirror sets and image
    /// content source policies, in any order.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objects"/> is null.</exception>
    /// <exception cref="ArgumentException">An object is of another kind.</exception>
    public static RegistryRules From(IEnumerable<ApiObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);

        var reader = new ClusterRulesReader();
        foreach (var item in objects)
        {
            reader.Read(item);
        }

        return reader.ToRules();
    }

    /// <summary>Combines these rules with others.</summary>
    /// <param name="others">The other rules. When one side allows everything, the other applies.</param>
    /// <returns>The rules of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="others"/> is null.</exception>
    public RegistryRules Combine(RegistryRules others)
    {
        ArgumentNullException.ThrowIfNull(others);

        return new RegistryRules
        {
            Mirrors = [.. Mirrors, .. others.Mirrors],
            Blocked = [.. Blocked, .. others.Blocked],
            Insecure = [.. Insecure, .. others.Insecure],
            Allowed = [.. Allowed, .. others.Allowed],
            AllowedOnly = AllowedOnly || others.AllowedOnly,
            AllowedForImport = [.. AllowedForImport, .. others.AllowedForImport],
            AllowedForImportOnly = AllowedForImportOnly || others.AllowedForImportOnly,
            Ignored = [.. Ignored, .. others.Ignored],
        };
    }

    /// <summary>Returns the number of rules of each kind.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"mirrors: {Mirrors.Count}, blocked: {Blocked.Count}, insecure: {Insecure.Count}, allowed: {Allowed.Count}");
}
