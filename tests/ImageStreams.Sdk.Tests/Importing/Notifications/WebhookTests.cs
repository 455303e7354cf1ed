using System.IO.Pipelines;
using System.Text;
using ImageStreams.Importing;

namespace ImageStreams.Tests.Importing;

/// <summary>Notifications of Azure Container Registry and JFrog Artifactory, and bodies that are too long.</summary>
public class WebhookTests
{
    private const string Hash = "35c4a2c15539c6c1e4e5fa4e554dac323ad0107d8eb5c582d6ff386b383b7dce";

    [Theory]
    [InlineData("push", "\"tag\":\"v1\",", "demo.azurecr.io/team/app:v1@sha256:" + Hash + " pushed")]
    [InlineData("push", "", "demo.azurecr.io/team/app@sha256:" + Hash + " pushed")]
    [InlineData("delete", "", "demo.azurecr.io/team/app@sha256:" + Hash + " deleted")]
    public void AzureEvent_IsOneMove(string action, string tag, string move)
    {
        var notification = Notifications.Read(Azure(action, tag));

        Assert.Equal(NotificationFormat.AzureContainerRegistry, notification.Format);
        Assert.Equal(move, Assert.Single(notification.Moves).ToString());
        Assert.Equal(new DateTimeOffset(2017, 11, 17, 16, 52, 1, TimeSpan.Zero), notification.Moves[0].Time.ToDateTimeOffset());
    }

    [Fact]
    public void WholeRepositoryDeleted_IsOneMove()
    {
        var notification = Notifications.Read("""
            {"id":"a","timestamp":"2018-01-01T00:00:00Z","action":"delete","target":{"repository":"team/app"},
             "request":{"id":"b","host":"Demo.azurecr.io","method":"DELETE"}}
            """);

        Assert.Equal("demo.azurecr.io/team/app deleted", Assert.Single(notification.Moves).ToString());
    }

    /// <summary>Events that move no image; charts come without the request that names the host.</summary>
    [Theory]
    [InlineData("""{"action":"chart_push","target":{"mediaType":"application/vnd.acr.helm.chart","repository":"r","tag":"w-5.tgz"}}""")]
    [InlineData("""{"action":"chart_delete","target":{"mediaType":"application/vnd.acr.helm.chart","repository":"r","tag":"w-5.tgz"}}""")]
    [InlineData("""{"action":"quarantine","target":{"repository":"r","tag":"1"},"request":{"host":"demo.azurecr.io"}}""")]
    [InlineData("""{"id":"1","action":"ping"}""")]
    public void OtherAzureEvents_AreIgnoredWithTheReason(string json)
    {
        var notification = Notifications.Read(json);

        Assert.Equal(NotificationFormat.AzureContainerRegistry, notification.Format);
        Assert.True(notification.Moves.IsEmpty);
        Assert.Equal("$: only pushes and deletions change tags.", Assert.Single(notification.Ignored));
    }

    [Fact]
    public void WithoutAHost_NeedsTheRegistry()
    {
        const string Json = """{"action":"push","target":{"repository":"team/app","tag":"1"}}""";

        var e = Assert.Throws<RegistryNotificationException>(() => Notifications.Read(Json));
        var given = Notifications.Read(Json, new() { Registry = "demo.azurecr.io" });

        Assert.Equal((NotificationFailure.InvalidValue, "$.request.host"), (e.Reason, e.Path));
        Assert.Equal("demo.azurecr.io/team/app:1 pushed", given.Moves[0].ToString());
    }

    /// <summary>The address method, the given registry, and the location of the image.</summary>
    [Theory]
    [InlineData(ArtifactoryAddress.Path, "acme.example.io", "acme.example.io/docker-local/team/app")]
    [InlineData(ArtifactoryAddress.Path, null, "acme.example.io/docker-local/team/app")]
    [InlineData(ArtifactoryAddress.Path, "docker-local.acme.example.io", "docker-local.acme.example.io/team/app")]
    [InlineData(ArtifactoryAddress.Subdomain, "acme.example.io", "docker-local.acme.example.io/team/app")]
    [InlineData(ArtifactoryAddress.Subdomain, null, "docker-local.acme.example.io/team/app")]
    [InlineData(ArtifactoryAddress.Subdomain, "docker-local.acme.example.io", "docker-local.acme.example.io/team/app")]
    [InlineData(ArtifactoryAddress.Host, "acme.example.io:8082", "acme.example.io:8082/team/app")]
    public void ArtifactoryPush_IsOneMove(ArtifactoryAddress address, string? registry, string expected)
    {
        var notification = Notifications.Read(
            Artifactory("docker", "pushed"), new() { Registry = registry, ArtifactoryAddress = address });

        Assert.Equal(NotificationFormat.Artifactory, notification.Format);
        var move = Assert.Single(notification.Moves);
        Assert.Equal(
            (expected, "1.0", RepositoryAction.Pushed), ($"{move.Registry}/{move.Repository}", move.Tag, move.Action));
        Assert.Equal("sha256:" + Hash, move.Digest!.ToString());
    }

    [Theory]
    [InlineData("promoted", RepositoryAction.Pushed)]
    [InlineData("deleted", RepositoryAction.Deleted)]
    public void OtherActions_AreMovesToo(string type, RepositoryAction action) =>
        Assert.Equal(action, Assert.Single(Notifications.Read(Artifactory("docker", type)).Moves).Action);

    [Theory]
    [InlineData("artifact", "deployed", "$.domain: only events of the domain docker change tags.")]
    [InlineData("build", "uploaded", "$.domain: only events of the domain docker change tags.")]
    [InlineData("artifact_property", "added", "$.domain: only events of the domain docker change tags.")]
    [InlineData("docker", "tagged", "$.event_type: only pushed, promoted and deleted images change tags.")]
    public void OtherArtifactoryEvents_AreIgnoredWithTheReason(string domain, string type, string reason)
    {
        var notification = Notifications.Read(Artifactory(domain, type));

        Assert.True(notification.Moves.IsEmpty);
        Assert.Equal(reason, Assert.Single(notification.Ignored));
    }

    [Theory]
    [InlineData("\"repo_key\":\"docker-local\"", "\"repo_key\":\"\"", "$.data.repo_key")]
    [InlineData("\"repo_key\":\"docker-local\"", "\"repo_key\":\"a/b\"", "$.data.repo_key")]
    [InlineData("\"team/app\"", "\"Team App\"", "$.data.image_name")]
    [InlineData("\"https://acme.example.io\"", "\"acme\"", "$.jpd_origin")]
    [InlineData("\"tag\":\"1.0\"", "\"tag\":\"-\"", "$.data.tag")]
    public void InvalidName_NamesThePath(string part, string instead, string path)
    {
        var json = Artifactory("docker", "pushed").Replace(part, instead, StringComparison.Ordinal);
        Assert.Equal(path, Assert.Throws<RegistryNotificationException>(() => Notifications.Read(json)).Path);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 20)]
    public async Task Body_IsReadInPieces(int piece)
    {
        var options = new RegistryNotificationOptions { Registry = "registry.example.com" };   // which Nexus does not name
        foreach (var json in Notifications.All)
        {
            await using var body = new Trickle(Encoding.UTF8.GetBytes(json), piece);
            var read = await RegistryNotification.ParseAsync(body, options);
            Assert.Equal(Notifications.Read(json, options), read);
        }
    }

    /// <summary>An endless body costs the limit and one buffer.</summary>
    [Theory]
    [InlineData(1000)]
    [InlineData(100_000)]
    public async Task BodyBeyondTheLimit_IsNotRead(int limit)
    {
        await using var body = new Trickle(null, 4096);

        var e = await Assert.ThrowsAsync<RegistryNotificationException>(
            () => RegistryNotification.ParseAsync(body, new() { MaxBytes = limit }));

        Assert.Equal((NotificationFailure.TooLarge, "$"), (e.Reason, e.Path));
        Assert.Equal($"The notification has more than {limit} bytes; the rest was not read.", e.Message);
        Assert.InRange(body.Sent, limit + 1, limit + (16 << 10));
    }

    [Fact]
    public async Task BodyOfTheLimit_IsRead()
    {
        var utf8 = Encoding.UTF8.GetBytes(Notifications.Quay);
        var read = await RegistryNotification.ParseAsync(new MemoryStream(utf8), new() { MaxBytes = utf8.Length });
        Assert.Equal(2, read.Moves.Count);
    }

    [Fact]
    public async Task PipeReader_IsReadAsAStream()
    {
        var pipe = PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(Notifications.Quay)));
        Assert.Equal(2, (await RegistryNotification.ParseAsync(pipe.AsStream())).Moves.Count);
    }

    [Fact]
    public async Task Canceled_Ends() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => RegistryNotification.ParseAsync(new MemoryStream([1]), null, new CancellationToken(canceled: true)));

    private static string Azure(string action, string tag) => $$$"""
        {"id":"a1","timestamp":"2017-11-17T16:52:01.343145347Z","action":"{{{action}}}",
         "target":{"mediaType":"application/vnd.docker.distribution.manifest.v2+json","size":524,"digest":"sha256:{{{Hash}}}",
                   "length":524,{{{tag}}}"repository":"team/app"},
         "request":{"id":"b2","host":"demo.azurecr.io","method":"PUT","useragent":"docker"}}
        """;

    private static string Artifactory(string domain, string type) => $$$"""
        {"domain":"{{{domain}}}","event_type":"{{{type}}}","subscription_key":"x","jpd_origin":"https://acme.example.io","source":"u",
         "data":{"repo_key":"docker-local","path":"team/app/1.0/manifest.json","name":"manifest.json","sha256":"{{{Hash}}}",
                 "size":1206,"image_name":"team/app","tag":"1.0","platforms":[]}}
        """;

    /// <summary>A stream that hands out a content, or blanks without end, in small pieces.</summary>
    private sealed class Trickle(byte[]? content, int piece) : Stream
    {
        public int Sent { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Sent; set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(piece, buffer.Length);
            count = content is null ? count : Math.Min(count, content.Length - Sent);
            if (content is null)
            {
                buffer.Span[..count].Fill((byte)' ');
            }
            else
            {
                content.AsSpan(Sent, count).CopyTo(buffer.Span);
            }

            Sent += count;
            return ValueTask.FromResult(count);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
