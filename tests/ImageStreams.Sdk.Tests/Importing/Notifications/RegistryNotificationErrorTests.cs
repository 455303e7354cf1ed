using System.Text;
using FsCheck;
using FsCheck.Xunit;
using ImageStreams.Importing;
using static ImageStreams.Tests.Importing.Notifications;

namespace ImageStreams.Tests.Importing;

/// <summary>Every body is read or refused, and a refusal has a path.</summary>
public class RegistryNotificationErrorTests
{
    private static readonly int Formats = Enum.GetValues<NotificationFormat>().Length;

    private static readonly string[] Damages =
    [
        "", "\"", "{", "}", "[", "]", ",", "null", "0", "-1.5e3", "\\", "\\u0000", "\\ud800", "\u017f", "true", "\"x\":1,", "/", ":",
    ];

    [Fact]
    public void Parse_OneEventOfTwoBroken_ReportsTheOther()
    {
        var notification = Read("""
            {"events":[{"action":"push","target":{"repository":"a"}},
                       {"action":"push","target":{"repository":"b","tag":"1"},"request":{"host":"r.example"}}]}
            """);

        Assert.Equal("b", Assert.Single(notification.Moves).Repository);
        Assert.StartsWith("$.events[0].request.host: ", Assert.Single(notification.Ignored), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", NotificationFailure.NotJson, "$")]
    [InlineData("{} {}", NotificationFailure.NotJson, "$")]
    [InlineData("[]", NotificationFailure.InvalidValue, "$")]
    [InlineData("[{}]", NotificationFailure.InvalidValue, "$")]
    [InlineData("3", NotificationFailure.InvalidValue, "$")]
    [InlineData("{}", NotificationFailure.UnknownFormat, "$")]
    [InlineData("""{"push_data":{},"repository":{}}""", NotificationFailure.InvalidValue, "$.repository.repo_name")]
    [InlineData("""{"push_data":{"tag":"-"},"repository":{"repo_name":"a"}}""", NotificationFailure.InvalidValue, "$.push_data.tag")]
    [InlineData("""{"docker_url":"quay.io","updated_tags":["a"]}""", NotificationFailure.InvalidValue, "$.docker_url")]
    [InlineData("""{"docker_url":"q/a","updated_tags":["a",3]}""", NotificationFailure.InvalidValue, "$.updated_tags[1]")]
    [InlineData("""{"docker_url":"q/a","updated_tags":{"a b":""}}""", NotificationFailure.InvalidValue, "$.updated_tags['a b']")]
    [InlineData(
        """{"type":"PUSH_ARTIFACT","event_data":{"resources":{}}}""", NotificationFailure.InvalidValue, "$.event_data.resources")]
    [InlineData(
        """{"events":[{"action":"push","target":{"repository":"a"}}]}""", NotificationFailure.InvalidValue, "$.events[0].request.host")]
    [InlineData(
        """{"events":[{"action":"push","target":{"repository":"A"},"request":{"host":"r"}}]}""",
        NotificationFailure.InvalidValue,
        "$.events[0].target.repository")]
    public void Parse_Malformed_NamesThePath(string json, NotificationFailure kind, string path)
    {
        var e = Assert.Throws<RegistryNotificationException>(() => Read(json));

        Assert.Equal((kind, path), (e.Reason, e.Path));
    }

    [Fact]
    public void Parse_InvalidValue_QuotesItsStartInOneLine()
    {
        var json = DockerHub.Replace("shop/web", "a\\n" + new string('b', 500), StringComparison.Ordinal);
        var e = Assert.Throws<RegistryNotificationException>(() => Read(json));

        Assert.Equal(
            $"$.repository.repo_name must be the lower-case name of a repository, but is 'library/a\\u000A{new string('b', 70)}…'.",
            e.Message);
    }

    [Fact]
    public void Parse_LongestNameOnDockerHub_LeavesNoRoomForLibrary()
    {
        var json = DockerHub.Replace("shop/web", new string('b', 250), StringComparison.Ordinal);

        Assert.Equal("$.repository.repo_name", Assert.Throws<RegistryNotificationException>(() => Read(json)).Path);
    }

    [Theory]
    [InlineData("quay.io/a:1:2")]
    [InlineData("https://quay.io/a")]
    [InlineData("quay.io/../a")]
    [InlineData("/a")]
    public void Parse_InvalidLocation_IsRefused(string location)
    {
        var json = Harbor.Replace("\"1.0\"", "\"\"", StringComparison.Ordinal)
            .Replace("harbor.test:444/shop/team/web:1.0", location, StringComparison.Ordinal);

        var e = Assert.Throws<RegistryNotificationException>(() => Read(json));
        Assert.Equal("$.event_data.resources[0].resource_url", e.Path);
    }

    [Fact]
    public void Parse_TooManyEvents_IsRefused()
    {
        var tags = $$"""{"docker_url":"q/a","updated_tags":[{{string.Join(',', Enumerable.Repeat("\"a\"", 1001))}}]}""";
        var many = Assert.Throws<RegistryNotificationException>(() => Read(tags));
        var large = Assert.Throws<RegistryNotificationException>(() => Read(new string(' ', (1 << 20) + 1)));
        var deep = Assert.Throws<RegistryNotificationException>(() => Read(new string('[', 100_000)));

        Assert.Equal((NotificationFailure.TooManyEvents, "$.updated_tags"), (many.Reason, many.Path));
        Assert.Equal(NotificationFailure.TooLarge, large.Reason);
        Assert.Equal(NotificationFailure.NotJson, deep.Reason);
        Assert.Equal(1001, Read(tags, new() { MaxEvents = 1001 }).Moves.Count);
    }

    [Property(MaxTest = 5000, Replay = "2026,21")]
    public void Parse_DamagedNotification_IsReadOrRefused(
        NonNegativeInt which, NonNegativeInt at, NonNegativeInt length, NonNegativeInt damage, NonNegativeInt format)
    {
        var text = All[which.Get % All.Length];
        var start = at.Get * 7919 % text.Length;
        var end = Math.Min(text.Length, start + (length.Get % 8));
        var mangled = string.Concat(text.AsSpan(0, start), Damages[damage.Get % Damages.Length], text.AsSpan(end));

        AssertReadOrRefused(Encoding.UTF8.GetBytes(mangled), format.Get % (Formats + 1));
    }

    [Property(MaxTest = 2000, Replay = "2026,23")]
    public void Parse_AnyBytes_AreReadOrRefused(byte[] noise, NonNegativeInt which, NonNegativeInt at, NonNegativeInt format)
    {
        var bytes = Encoding.UTF8.GetBytes(All[which.Get % All.Length]);
        noise.AsSpan(0, Math.Min(noise.Length, 4)).CopyTo(bytes.AsSpan(at.Get * 7919 % (bytes.Length - 4)));

        AssertReadOrRefused(noise, format.Get % (Formats + 1));
        AssertReadOrRefused(bytes, format.Get % (Formats + 1));
    }

    private static void AssertReadOrRefused(byte[] bytes, int format)
    {
        var options = new RegistryNotificationOptions { Format = format < Formats ? (NotificationFormat)format : null };
        var e = Record.Exception(() => Assert.NotNull(RegistryNotification.Parse(bytes, options)));

        Assert.True(
            e is null || (e is RegistryNotificationException refusal && refusal.Path[0] == '$' && refusal.Message[^1] == '.'),
            $"{e}");
    }
}
