using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Fuzz;

/// <summary>Patches through the embedded engine: each one is carried out or refused as the API does, and none fails the engine.</summary>
internal sealed class PatchTarget(PatchType type, byte[][] seeds)
    : FuzzTarget($"patch-{type}", seeds, PatchTargets.Tokens)
{
    private const string Namespace = "shop";
    private const string Stream = "app";

    private static readonly ImageStream Start = new()
    {
        Metadata = new() { Name = Stream, Namespace = Namespace, Finalizers = ["example.com/a"], Labels = ValueMap.Create<string>([new("l", "1")]) },
        Spec = new()
        {
            Tags =
            [
                new() { Name = "1", From = ObjectReference.DockerImage("quay.io/app/web:1"), Reference = true },
                new() { Name = "2", From = ObjectReference.ImageStreamTag("1") },
            ],
        },
    };

    public override void Check(ReadOnlySpan<byte> input) => CheckAsync(input.ToArray()).GetAwaiter().GetResult();

    private async Task CheckAsync(byte[] input)
    {
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore());
        var created = await client.Streams.CreateAsync(Start).ConfigureAwait(false);
        var patch = new ObjectPatch { Type = type, Utf8Json = input };
        var options = new WriteOptions { FieldManager = "fuzz", Force = input.Length % 2 == 0 };
        if (await PatchAsync(client, patch, options).ConfigureAwait(false) is { } patched)
        {
            Expect.Equal(created.Metadata.Uid, patched.Metadata.Uid, "the object stays the same one");
            Expect.Equal(patched, await client.Streams.GetAsync(Namespace, Stream).ConfigureAwait(false), "the result is stored");
        }
        else
        {
            Expect.Equal(created, await client.Streams.GetAsync(Namespace, Stream).ConfigureAwait(false), "a refused patch changes nothing");
        }
    }

    /// <summary>Patches; null when the patch is refused.</summary>
    private static async Task<ImageStream?> PatchAsync(IImageStreamClient client, ObjectPatch patch, WriteOptions options)
    {
        try
        {
            return (await client.Streams.PatchAsync(Namespace, Stream, patch, options).ConfigureAwait(false)).Object;
        }
        catch (ApiException e)
        {
            Expect.That(e.Status.Code is >= 400 and < 500, $"a patch is never an error of the server: {e.Status}");
            Expect.That(e.Message.Length > 0, "a refusal says why");
            return null;
        }
    }
}
