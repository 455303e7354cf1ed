using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImageStreams.IntegrationTests.Publishing;

/// <summary>The files and the metadata of each package.</summary>
[Collection("builds")]
public sealed partial class PackageContentTests(PackedFeed feed)
{
    private const BindingFlags DeclaredMembers =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly byte[] PngSignature = [0x89, .. "PNG"u8];

    public static TheoryData<string> Ids => PackedFeed.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_HasItsFiles(string id)
    {
        using var package = feed.Open(id);

        Assert.True(File.Exists(Path.ChangeExtension(package.Path, ".snupkg")), "the symbols package is missing");
        Assert.Contains("README.md", package.Files);
        Assert.Contains($"lib/net10.0/{id}.dll", package.Files);
        Assert.Contains($"lib/net10.0/{id}.xml", package.Files);
        Assert.Equal(PngSignature, package.Read("icon.png")[..4]);
    }

    [Fact]
    public void Core_HasTheSuppressorOfItsResults()
    {
        using var package = feed.Open("ImageStreams.Sdk");

        Assert.Contains("analyzers/dotnet/cs/ImageStreams.Sdk.Analyzers.dll", package.Files);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_Metadata_NamesLicenseIconReadmeAndRepository(string id)
    {
        using var package = feed.Open(id);

        Assert.Equal("Apache-2.0", package.FindMetadata("license")?.Value);
        Assert.Equal("icon.png", package.FindMetadata("icon")?.Value);
        Assert.Equal("README.md", package.FindMetadata("readme")?.Value);
        Assert.StartsWith(PackedFeed.RepositoryUrl, package.FindMetadata("repository")?.Attribute("url")?.Value, StringComparison.Ordinal);
        Assert.Equal(PackedFeed.Commit, package.FindMetadata("repository")?.Attribute("commit")?.Value);
        Assert.DoesNotContain("Generators", $"{package.FindMetadata("dependencies")}", StringComparison.Ordinal);
        Assert.DoesNotContain("DocumentationTrimmer", $"{package.FindMetadata("dependencies")}", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void BillOfMaterials_NamesThePackageAndEverythingThatItNeeds(string id)
    {
        using var package = feed.Open(id);
        using var bill = JsonDocument.Parse(package.ReadText("sbom.cdx.json"));
        var component = bill.RootElement.GetProperty("metadata").GetProperty("component");
        var parts = bill.RootElement.GetProperty("components").EnumerateArray().Select(GetName).ToList();

        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        Assert.Equal(id, GetName(component));
        Assert.Equal(package.FindMetadata("version")?.Value, component.GetProperty("version").GetString());
        Assert.All(FindDependencies(package), needed => Assert.Contains(needed, parts));
        Assert.DoesNotContain(parts, part => part!.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal));
        Assert.DoesNotContain("timestamp", package.ReadText("sbom.cdx.json"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ReleaseNotes_AreTheSectionOfTheChangelog(string id)
    {
        using var package = feed.Open(id);
        var changelog = File.ReadAllText(Path.Combine(DotNet.Root, "docs", "CHANGELOG.md")).ReplaceLineEndings("\n");
        var version = package.FindMetadata("version")!.Value;

        var notes = package.FindMetadata("releaseNotes")!.Value.ReplaceLineEndings("\n");

        var section = changelog[changelog.IndexOf($"## [{version}]", StringComparison.Ordinal)..].Split("\n## ")[0];
        Assert.NotEmpty(notes);
        Assert.Equal(section[section.IndexOf('\n', StringComparison.Ordinal)..].Trim(), notes);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Readme_EachLink_IsAbsoluteAndLeadsSomewhere(string id)
    {
        using var package = feed.Open(id);
        var files = $"{PackedFeed.RepositoryUrl}/blob/{PackedFeed.Commit}/";

        var links = Link().Matches(package.ReadText("README.md")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.All(
            links.Where(link => link.StartsWith(PackedFeed.RepositoryUrl, StringComparison.Ordinal)),
            link => Assert.True(Path.Exists(Path.Combine(DotNet.Root, link[files.Length..].Split('#')[0])), $"no {link}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Documentation_HasPublicMembersOnly(string id)
    {
        using var package = feed.Open(id);
        var types = GetAssembly(id).GetTypes().ToDictionary(type => type.FullName!.Replace('+', '.'), StringComparer.Ordinal);

        var members = package.ReadXml($"lib/net10.0/{id}.xml").Descendants("member").Select(member => member.Attribute("name")!.Value).ToList();

        Assert.NotEmpty(members);
        Assert.DoesNotContain(members, member => !IsPublic(types, member));
    }

    [Theory]
    [InlineData("ImageStreams.Sdk", false)]
    [InlineData("ImageStreams.Sdk.Testing", false)]
    [InlineData("ImageStreams.Sdk.Manifests", false)]
    [InlineData("ImageStreams.Sdk.Hosting", false)]
    [InlineData("ImageStreams.Sdk.Sqlite", false)]
    [InlineData("ImageStreams.Sdk.PostgreSql", false)]
    [InlineData("ImageStreams.Sdk.Kubernetes", false)]
    [InlineData("ImageStreams.Sdk.Testing.Server", true)]
    [InlineData("ImageStreams.Sdk.AspNetCore", true)]
    public void Package_OnlyTheServers_NeedAspNetCore(string id, bool needsIt)
    {
        using var package = feed.Open(id);

        Assert.Equal(needsIt, $"{package.FindMetadata("frameworkReferences")}".Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal));
    }

    private static string? GetName(JsonElement component) => component.GetProperty("name").GetString();

    private static List<string> FindDependencies(PackedPackage package) =>
        [.. package.FindMetadata("dependencies")!.Descendants().SelectMany(element => element.Attributes("id")).Select(id => id.Value)];

    private static Assembly GetAssembly(string id) => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, $"{id}.dll"));

    // By names: "M:Namespace.Type.Member(arguments)"; a member is public when an overload of it is.
    private static bool IsPublic(Dictionary<string, Type> types, string member)
    {
        var name = member[2..].Split('(', '~')[0];
        if (member.StartsWith("T:", StringComparison.Ordinal))
        {
            return types[name].IsVisible;
        }

        var end = name.LastIndexOf('.');
        var type = types[name[..end]];
        var simple = name[(end + 1)..].Split('`')[0].Replace('#', '.');
        return type.IsVisible && type.GetMember(simple, DeclaredMembers).Any(IsVisible);
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo raised => IsVisible(raised.AddMethod!),
        _ => false,
    };

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
