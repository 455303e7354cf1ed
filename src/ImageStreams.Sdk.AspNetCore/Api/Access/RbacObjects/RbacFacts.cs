using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The identities and versions of roles and bindings, which the policy does not keep.</summary>
internal sealed class RbacFacts(TimeProvider timeProvider)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly ConcurrentDictionary<(string Kind, string Namespace, string Name), (string Uid, string Version, string Time)> _facts = new();
    private long _version;

    /// <summary>The version of everything.</summary>
    public string Version => Interlocked.Read(ref _version).ToString(CultureInfo.InvariantCulture);

    /// <summary>Begins another version of an object, which keeps its identity.</summary>
    public void Touch(string kind, string ns, string name)
    {
        var version = Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture);
        _facts.AddOrUpdate((kind, ns, name), _ => Create(version), (_, known) => known with { Version = version });
    }

    /// <summary>Forgets an object; its UID is returned.</summary>
    public string Remove(string kind, string ns, string name)
    {
        Interlocked.Increment(ref _version);
        return _facts.TryRemove((kind, ns, name), out var known) ? known.Uid : Create("").Uid;
    }

    /// <summary>Requires that a body has the version of its object, or none.</summary>
    /// <exception cref="ImageStreams.Clients.ApiException">The one who writes has read another version (409).</exception>
    public void RequireVersion(ResourceDefinition definition, string ns, string name, JsonObject body)
    {
        var version = ReviewBody.FindObject(body, "metadata") is { } metadata ? ReviewBody.FindText(metadata, "resourceVersion") : "";
        if (version.Length > 0 && _facts.TryGetValue((definition.Kind, ns, name), out var known) && version != known.Version)
        {
            throw NamespaceErrors.Modified(definition, name);
        }
    }

    /// <summary>Writes the metadata of an object; nothing is remembered about one that is not stored.</summary>
    public JsonObject Write(string kind, string ns, string name, bool isStored = true)
    {
        var known = isStored ? _facts.GetOrAdd((kind, ns, name), _ => Create("1")) : _facts.GetValueOrDefault((kind, ns, name), Create(""));
        var json = new JsonObject { ["name"] = name };
        if (ns.Length > 0)
        {
            json["namespace"] = ns;
        }

        json["uid"] = known.Uid;
        if (known.Version.Length > 0)
        {
            json["resourceVersion"] = known.Version;
        }

        json["creationTimestamp"] = known.Time;
        return json;
    }

    private (string Uid, string Version, string Time) Create(string version) =>
        (Guid.NewGuid().ToString(), version, timeProvider.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture));
}
