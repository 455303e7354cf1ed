using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.Tests.Contracts;

/// <summary>The contract of every <see cref="IImageStreamClient"/>; each client runs it in a class of its own.</summary>
public abstract partial class ImageStreamClientContract
{
    private const string Ns = "shop";

    /// <summary>A client of a cluster without streams and images.</summary>
    protected abstract IImageStreamClient Client { get; }

    private IImageStreamsResource Streams => Client.Streams;

    private static string Digest(char digit) => "sha256:" + new string(digit, 64);

    private static ImageStream AStream(string name, params TagReference[] tags) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = Ns, Labels = new Dictionary<string, string> { ["app"] = name }.ToValueMap() },
        Spec = new ImageStreamSpec { Tags = tags.ToKeyedList() },
    };

    private static TagReference Following(string tag, string name, string kind = ReferenceKinds.DockerImage) =>
        new() { Name = tag, From = new ObjectReference { Kind = kind, Name = name } };

    private static Image AnImage(char digit) => new()
    {
        Metadata = new ObjectMeta { Name = Digest(digit) },
        DockerImageReference = $"registry.test/shop/app@{Digest(digit)}",
    };

    private static ImageStreamMapping APush(string stream, string tag, char digit) => new()
    {
        Metadata = new ObjectMeta { Name = stream, Namespace = Ns },
        Image = AnImage(digit),
        Tag = tag,
    };

    private static async Task<ApiException> AssertRefusedAsync(ApiFailure failure, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<ApiException>(call);
        Assert.Equal(failure, refused.Reason);
        return refused;
    }

    private async Task PushAsync(string stream, string tag, char digit)
    {
        await Streams.CreateAsync(AStream(stream));
        await Client.Mappings.CreateAsync(APush(stream, tag, digit));
    }
}
