using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Registries;

/// <summary>Which registries may be asked, and where else their images are to be had.</summary>
/// <remarks>Immutable and compared by content; <see cref="RegistryPolicy"/> answers questions with it.</remarks>
public sealed record RegistryRules
{
    /// <summary>No rules: every registry is asked itself.</summary>
    public static RegistryRules None { get; } = new();

    /// <summary>The mirrors.</summary>
    public ValueList<MirrorRule> Mirrors { get; init; }

    /// <summary>What is never asked, neither as a source nor as a mirror. A host without a port is blocked on all of
    /// its ports.</summary>
    public ValueList<RegistryScope> Blocked { get; init; }

    /// <summary>What may be asked without a verified certificate and, failing that, over plain HTTP.</summary>
    public ValueList<RegistryScope> Insecure { get; init; }

    /// <summary>Of what images may be asked for at all, whoever serves them; of everything, when empty.</summary>
    public ValueList<RegistryScope> Allowed { get; init; }

    /// <summary>Whether <see cref="Allowed"/> counts even when it is empty, so that nothing may be asked for: a list was
    /// given and none of its entries made sense.</summary>
    public bool AllowedOnly { get; init; }

    /// <summary>Of which registries images may be imported, whoever serves them; of all, when empty.</summary>
    /// <remarks>OpenShift checks it for users who may not create images themselves; leave it empty for the
    /// others.</remarks>
    public ValueList<AllowedRegistry> AllowedForImport { get; init; }

    /// <summary>Whether <see cref="AllowedForImport"/> counts even when it is empty, so that nothing may be
    /// imported.</summary>
    public bool AllowedForImportOnly { get; init; }

    /// <summary>What could not be used of the objects that the rules were read from, and why.</summary>
    public ValueList<string> Ignored { get; init; }

    /// <summary>Reads the rules of a cluster.</summary>
    /// <remarks>An entry that makes no sense is left out, and <see cref="Ignored"/> says so. A list of what is allowed stays
    /// one: without an entry that makes sense it allows nothing.</remarks>
    /// <param name="objects">The cluster's configuration of images, digest mirror sets, tag mirror sets and content
    /// source policies, in any order.</param>
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

    /// <summary>The rules of both.</summary>
    /// <param name="others">Rules that hold as well. Where one side allows everything, the other decides.</param>
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
}
