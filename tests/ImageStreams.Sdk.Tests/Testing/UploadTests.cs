using System.Net;
using ImageStreams.References;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Testing;

public sealed class UploadTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Blob = "some content"u8.ToArray();
    private readonly HttpClient _http = new();
    private LoopbackRegistryServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackRegistryServer.StartAsync();
        _http.BaseAddress = _server.Address;
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _server.Registry.Dispose();
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Upload_InChunks_IsAssembled()
    {
        var location = await BeginAsync("a/b");

        await ExpectAsync(HttpStatusCode.Accepted, HttpMethod.Patch, location, Blob[..4], range: "0-3");
        await ExpectAsync(HttpStatusCode.Accepted, HttpMethod.Patch, location, Blob[4..], range: "4-11");
        await ExpectAsync(HttpStatusCode.Created, HttpMethod.Put, $"{location}?digest={Digest.Sha256(Blob)}", []);

        Assert.Equal(Blob, await _http.GetByteArrayAsync($"v2/a/b/blobs/{Digest.Sha256(Blob)}"));
    }

    [Fact]
    public async Task Upload_ChunkOutOfOrder_IsRefused()
    {
        var location = await BeginAsync("a/b");

        await ExpectAsync(HttpStatusCode.RequestedRangeNotSatisfiable, HttpMethod.Patch, location, Blob, range: "5-16");
    }

    [Fact]
    public Task Upload_InOneRequest_IsKept() =>
        ExpectAsync(HttpStatusCode.Created, HttpMethod.Post, $"/v2/a/b/blobs/uploads/?digest={Digest.Sha256(Blob)}", Blob);

    [Fact]
    public Task Upload_OtherDigest_IsRefused() =>
        ExpectAsync(HttpStatusCode.BadRequest, HttpMethod.Post, $"/v2/a/b/blobs/uploads/?digest={Digest.Sha256("x"u8)}", Blob);

    [Fact]
    public async Task Mount_KnownBlob_NeedsNoUpload()
    {
        _server.Registry.PushBlob("a/b", Blob);

        await ExpectAsync(HttpStatusCode.Created, HttpMethod.Post, $"/v2/c/d/blobs/uploads/?mount={Digest.Sha256(Blob)}&from=a/b", []);

        Assert.Equal(Blob, await _http.GetByteArrayAsync($"v2/c/d/blobs/{Digest.Sha256(Blob)}"));
    }

    [Fact]
    public Task Mount_UnknownBlob_BeginsAnUpload() =>
        ExpectAsync(HttpStatusCode.Accepted, HttpMethod.Post, $"/v2/c/d/blobs/uploads/?mount={Digest.Sha256(Blob)}&from=a/b", []);

    [Fact]
    public Task PutManifest_BlobsMissing_IsRefused() =>
        ExpectAsync(HttpStatusCode.BadRequest, HttpMethod.Put, "/v2/a/b/manifests/1", SyntheticImage.Create().Manifest.ToArray());

    [Fact]
    public async Task Delete_Manifest_DeletesItsTags()
    {
        var digest = _server.Registry.Push("a/b:1", SyntheticImage.Create());

        await ExpectAsync(HttpStatusCode.Accepted, HttpMethod.Delete, $"/v2/a/b/manifests/{digest}", []);
        await ExpectAsync(HttpStatusCode.NotFound, HttpMethod.Get, "/v2/a/b/manifests/1", []);
    }

    [Theory]
    [InlineData("/v2/", HttpStatusCode.OK)]
    [InlineData("/v2/a/b/blobs/uploads/unknown", HttpStatusCode.NotFound)]
    [InlineData("/v2/a/b/unknown", HttpStatusCode.NotFound)]
    [InlineData("/elsewhere", HttpStatusCode.NotFound)]
    public Task Get_Path_AnswersWith(string path, HttpStatusCode status) => ExpectAsync(status, HttpMethod.Get, path, []);

    private async Task<string> BeginAsync(string repository)
    {
        using var answer = await _http.PostAsync($"v2/{repository}/blobs/uploads/", null);
        return answer.Headers.Location!.ToString();
    }

    private async Task ExpectAsync(HttpStatusCode expected, HttpMethod method, string path, byte[] body, string range = "")
    {
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        if (range.Length > 0)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Range", range);
        }

        using var answer = await _http.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }
}
