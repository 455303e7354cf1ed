using ImageStreams.Importing;
using static ImageStreams.Tests.Importing.Notifications;

namespace ImageStreams.Tests.Importing;

public class RegistryNotificationTests
{
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static TheoryData<NotificationFormat, string, string[]> EachFormat => new()
    {
        { NotificationFormat.DockerHub, DockerHub, ["docker.io/shop/web:1.0 pushed"] },
        { NotificationFormat.Quay, Quay, ["quay.io/shop/web:1.0 pushed", "quay.io/shop/web:Edge pushed"] },
        { NotificationFormat.Quay, OldQuay, ["quay.test:8443/shop/web:1.0 pushed", "quay.test:8443/shop/web:Edge pushed"] },
        { NotificationFormat.Harbor, Harbor, ["harbor.test:444/shop/team/web:1.0@a pushed"] },
        { NotificationFormat.Harbor, HarborCloudEvent, ["harbor.test/shop/web@a deleted"] },
        { NotificationFormat.GitHub, GitHub, ["ghcr.io/shop/web:1.0@a pushed"] },
        {
            NotificationFormat.Distribution, Distribution,
            ["registry.test:5000/shop/web:1.0@a pushed", "registry.test:5000/shop/old deleted"]
        },
        { NotificationFormat.AzureContainerRegistry, EventGrid, ["demo.azurecr.io/shop/web:1.0@a pushed"] },
        { NotificationFormat.AzureContainerRegistry, EventGridCloudEvent, ["demo.azurecr.io/shop/web@a deleted"] },
    };

    [Theory]
    [MemberData(nameof(EachFormat))]
    public void Parse_EachFormat_IsRecognizedByItsBody(NotificationFormat format, string json, string[] moves)
    {
        Assert.Equal(format, Read(json).Format);
        Assert.Equal(moves, Moves(json));
        Assert.Equal(moves, Moves(json, new() { Format = format }));
    }

    [Theory]
    [InlineData(DockerHub)]
    [InlineData(Harbor)]
    [InlineData(HarborCloudEvent)]
    [InlineData(GitHub)]
    [InlineData(Distribution)]
    [InlineData(EventGrid)]
    [InlineData(EventGridCloudEvent)]
    public void Parse_TimeOfEachForm_IsRead(string json) => Assert.Equal(Then, Read(json).Moves[0].Time);

    [Theory]
    [InlineData("1.7e9", true)]
    [InlineData("1e300", false)]
    [InlineData("-1", false)]
    [InlineData("\"yesterday\"", false)]
    [InlineData("{}", false)]
    public void Parse_OddTime_IsReadOrNotSet(string time, bool isSet)
    {
        var json = DockerHub.Replace("1700000000", time, StringComparison.Ordinal);

        Assert.Equal(isSet ? Then : default(Timestamp), Read(json).Moves[0].Time);
    }

    [Fact]
    public void Parse_OfficialImageOfDockerHub_IsInLibrary() =>
        Assert.Equal(["docker.io/library/ruby:1.0 pushed"], Moves(DockerHub.Replace("shop/web", "ruby", StringComparison.Ordinal)));

    [Fact]
    public void Parse_DockerHubWithoutTag_IsTheWholeRepository() =>
        Assert.Equal(["docker.io/shop/web pushed"], Moves(DockerHub.Replace("\"tag\"", "\"x\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("DELETE_ARTIFACT", "deleted")]
    [InlineData("CREATE_TAG", "pushed")]
    [InlineData("pushImage", "pushed")]
    [InlineData("deleteImage", "deleted")]
    public void Parse_EventsOfHarbor_ReportTheirMoves(string type, string action) => Assert.Equal(
        [$"harbor.test:444/shop/team/web:1.0@a {action}"], Moves(Harbor.Replace("PUSH_ARTIFACT", type, StringComparison.Ordinal)));

    [Theory]
    [InlineData("ghcr.io/Shop/web:", "", "ghcr.io/shop/web@a pushed")]
    [InlineData("ghcr.io/Shop/deep/web:V1", "", "ghcr.io/shop/deep/web:V1@a pushed")]
    [InlineData("", "V1", "ghcr.io/shop/web:V1@a pushed")]
    [InlineData("docker.pkg.github.com/shop/web/app:1", "1", "docker.pkg.github.com/shop/web/app:1@a pushed")]
    public void Parse_AddressesOfGitHub_AreRepositories(string address, string tag, string move)
    {
        var json = GitHub
            .Replace("\"name\":\"1.0\"", $"\"name\":\"{tag}\"", StringComparison.Ordinal)
            .Replace("ghcr.io/Shop/web:1.0", address, StringComparison.Ordinal);

        Assert.Equal([move], Moves(json));
    }

    [Fact]
    public void Parse_PackageEventOfGitHub_IsReadAlike() => Assert.Equal(
        Moves(GitHub), Moves(GitHub.Replace("registry_package", "package", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"zen":"Less is more.","hook":{}}""", "$: ")]
    [InlineData("""{"action":"published","package":{"package_type":"npm"}}""", "$: ")]
    [InlineData("""{"action":"starred","package":{"package_type":"container"}}""", "$.action: ")]
    [InlineData("""{"docker_url":"quay.io/shop/web","build_id":"1"}""", "$: ")]
    [InlineData("""{"type":"PULL_ARTIFACT","event_data":{}}""", "$.type: ")]
    [InlineData("""{"type":"harbor.scan.completed","specversion":"1.0"}""", "$.type: ")]
    [InlineData("""{"events":[{"action":"mount","target":{}}]}""", "$.events[0]: ")]
    [InlineData("""{"events":[]}""", "$: ")]
    [InlineData("""{"type":"PUSH_ARTIFACT","event_data":{}}""", "$: ")]
    [InlineData("""{"docker_url":"quay.io/shop/web","updated_tags":[]}""", "$: ")]
    public void Parse_EventThatMovesNothing_IsExplained(string json, string path)
    {
        var notification = Read(json);

        Assert.Empty(notification.Moves);
        Assert.StartsWith(path, Assert.Single(notification.Ignored), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_PullsAndBlobs_AreIgnoredByPath() =>
        Assert.Equal(
            ["$.events[0]: only pushes and deletions change tags.", "$.events[1]: only manifests change tags."],
            Read(Distribution).Ignored);

    [Fact]
    public void Parse_RegistryOption_ReplacesTheReportedOne()
    {
        const string json = """{"events":[{"action":"push","target":{"repository":"ruby","tag":"3"}}]}""";

        Assert.Equal(["proxy.test/ruby:3 pushed"], Moves(json, new() { Registry = "Proxy.test" }));
        Assert.Equal(["docker.io/library/ruby:3 pushed"], Moves(json, new() { Registry = "index.docker.io" }));
    }

    [Fact]
    public void Parse_OptionsOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(Quay, new() { Registry = "https://quay.io" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(Quay, new() { MaxBytes = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(Quay, new() { MaxEvents = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(Quay, new() { Format = (NotificationFormat)99 }));
    }
}
