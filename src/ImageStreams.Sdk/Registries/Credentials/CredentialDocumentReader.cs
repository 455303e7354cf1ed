using System.Collections.Frozen;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads <c>config.json</c> and <c>auth.json</c>, and the older <c>.dockercfg</c>, which is the content of
/// <c>auths</c> alone.</summary>
/// <remarks>Entries whose key cannot be a registry are skipped, as in Kubernetes; other members are ignored.</remarks>
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
        CredentialJson.Read(origin, utf8, root => isLegacy ? ReadEntryList(root, "$") : FindEntries(root));

    private CredentialDocument ReadConfig(JsonElement root) => new()
    {
        Table = new CredentialTable(FindEntries(root)),
        Helpers = ReadHelpers(root).ToFrozenDictionary(StringComparer.Ordinal),
        Store = HasMember(root, Store) ? ReadHelperName(root.GetProperty(Store), "$." + Store) : "",
    };

    private List<CredentialEntry> FindEntries(JsonElement root) =>
        HasMember(root, Auths) ? ReadEntryList(root.GetProperty(Auths), "$." + Auths) : [];

    private List<CredentialEntry> ReadEntryList(JsonElement entries, string path)
    {
        RequireObject(entries, path);
        var found = new List<CredentialEntry>();
        foreach (var member in entries.EnumerateObject())
        {
            var entryPath = CredentialJson.Member(path, member.Name);
            if (CredentialKey.Parse(member.Name) is { } key
                && new CredentialEntryReader(origin, entryPath).Read(member.Value) is { } credential)
            {
                found.Add(new CredentialEntry(key, UntrustedText.Clean(member.Name), credential));
            }
        }

        return found;
    }

    private Dictionary<string, string> ReadHelpers(JsonElement root)
    {
        var helpers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!HasMember(root, Helpers))
        {
            return helpers;
        }

        var path = "$." + Helpers;
        var members = root.GetProperty(Helpers);
        RequireObject(members, path);
        foreach (var member in members.EnumerateObject())
        {
            if (CredentialKey.Parse(member.Name) is { Path.Length: 0 } key)
            {
                helpers.TryAdd(key.Host, ReadHelperName(member.Value, CredentialJson.Member(path, member.Name)));
            }
        }

        return helpers;
    }

    private string ReadHelperName(JsonElement value, string path) =>
        RegistryJson.GetText(value) is { } name && (name.Length == 0 || CredentialHelper.IsValidName(name))
            ? name
            : throw CredentialErrors.BadHelperName(origin, path);

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
