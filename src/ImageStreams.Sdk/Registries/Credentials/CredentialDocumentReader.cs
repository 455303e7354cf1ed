using System.Collections.Frozen;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads <c>config.json</c> and <c>auth.json</c>, and the older <c>.dockercfg</c>, which is the content of
/// <c>auths</c> alone.</summary>
/// <remarks>Entries whose key cannot be a registry are skipped, as in Kubernetes; other members are ignored. A malformed entry
/// matters only when it is used.</remarks>
internal sealed class CredentialDocumentReader(string origin)
{
    private const string Auths = "auths";
    private const string Helpers = "credHelpers";
    private const string Store = "credsStore";

    /// <summary>Reads either form; a text without any member of the newer form is read as the older.</summary>
    /// <exception cref="RegistryCredentialException">The text is malformed.</exception>
    public CredentialDocument Read(ReadOnlyMemory<byte> utf8) => CredentialJson.Read(origin, utf8, root =>
        HasMember(root, Auths) || HasMember(root, Helpers) || HasMember(root, Store)
            ? ReadConfig(root)
            : new CredentialDocument { Table = new CredentialTable(ReadEntryList(root, "$")) });

    /// <summary>Reads the entries of a pull secret; its helpers are never run and therefore not read.</summary>
    /// <exception cref="RegistryCredentialException">The text is malformed.</exception>
    public List<CredentialEntry> ReadEntries(ReadOnlyMemory<byte> utf8, bool isLegacy) =>
        CredentialJson.Read(origin, utf8, root => RequireValid(isLegacy ? ReadEntryList(root, "$") : FindEntries(root)));

    private static List<CredentialEntry> RequireValid(List<CredentialEntry> entries) =>
        entries.Find(static entry => entry.Problem is not null) is { Problem: { } problem } ? throw problem : entries;

    private CredentialDocument ReadConfig(JsonElement root) => new()
    {
        Table = new CredentialTable(FindEntries(root)),
        Helpers = ReadHelpers(root).ToFrozenDictionary(StringComparer.Ordinal),
        Store = HasMember(root, Store) ? ReadHelper(root.GetProperty(Store), "$." + Store) : CredentialHelperEntry.None,
    };

    private List<CredentialEntry> FindEntries(JsonElement root) =>
        HasMember(root, Auths) ? ReadEntryList(root.GetProperty(Auths), "$." + Auths) : [];

    private List<CredentialEntry> ReadEntryList(JsonElement entries, string path)
    {
        RequireObject(entries, path);
        var found = new List<CredentialEntry>();
        foreach (var member in entries.EnumerateObject())
        {
            if (CredentialKey.Parse(member.Name) is { } key && ReadEntry(key, member, path) is { } entry)
            {
                found.Add(entry);
            }
        }

        return found;
    }

    /// <summary>Reads an entry; <see langword="null"/> when it has no credential.</summary>
    private CredentialEntry? ReadEntry(CredentialKey key, JsonProperty member, string path)
    {
        var text = UntrustedText.Clean(member.Name);
        try
        {
            return new CredentialEntryReader(origin, CredentialJson.Member(path, member.Name)).Read(member.Value) is { } credential
                ? new CredentialEntry(key, text, credential)
                : null;
        }
        catch (RegistryCredentialException problem)
        {
            return new CredentialEntry(key, text) { Problem = problem };
        }
    }

    private Dictionary<string, CredentialHelperEntry> ReadHelpers(JsonElement root)
    {
        var helpers = new Dictionary<string, CredentialHelperEntry>(StringComparer.Ordinal);
        if (!HasMember(root, Helpers))
        {
            return helpers;
        }

        var path = "$." + Helpers;
        var members = root.GetProperty(Helpers);
        RequireObject(members, path);
        foreach (var (key, member) in FindHosts(members))
        {
            helpers.TryAdd(key.Host, ReadHelper(member.Value, CredentialJson.Member(path, member.Name)));
        }

        return helpers;
    }

    /// <summary>Finds the members whose keys stand for a host: first those of the host alone, then those with a scheme and a
    /// path.</summary>
    private static IEnumerable<(CredentialKey Key, JsonProperty Member)> FindHosts(JsonElement members) =>
        members.EnumerateObject()
            .Select(static member => (Key: CredentialKey.Parse(member.Name), Member: member))
            .Where(static pair => pair.Key is { Path.Length: 0 } or { HasScheme: true })
            .OrderBy(static pair => pair.Key!.Path.Length > 0)
            .Select(static pair => (pair.Key!, pair.Member));

    private CredentialHelperEntry ReadHelper(JsonElement value, string path) => TryReadHelperName(value) is { } name
        ? new CredentialHelperEntry(name)
        : new CredentialHelperEntry("", CredentialErrors.BadHelperName(origin, path));

    /// <summary>Reads the name of a helper, or the empty name of none; <see langword="null"/> when it is neither.</summary>
    private static string? TryReadHelperName(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && RegistryJson.GetText(value) is { } name
        && (name.Length == 0 || CredentialHelper.IsValidName(name)) ? name : null;

    private void RequireObject(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw CredentialErrors.Malformed(origin, path, "is not an object");
        }
    }

    private static bool HasMember(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null;
}
