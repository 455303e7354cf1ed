using ImageStreams.Patching;

namespace ImageStreams.Fuzz;

/// <summary>Patches over HTTP: each is carried out and stored, or refused with a reason and without a trace.</summary>
internal sealed class HttpPatchTarget(FuzzServer server, FuzzedObject target, PatchType type, byte[][] seeds)
    : FuzzTarget($"http-{target.Name}-{type}", seeds, PatchTargets.Tokens)
{
    public override int Cost => 16;

    private string Query => type == PatchType.Apply ? "?fieldManager=fuzz&force=true" : "?fieldManager=fuzz";

    public override void Check(ReadOnlySpan<byte> input) => CheckAsync(input.ToArray()).GetAwaiter().GetResult();

    private async Task CheckAsync(byte[] input)
    {
        var before = await target.CreateAsync(server.Http).ConfigureAwait(false);
        var patched = await FuzzAnswer.SendAsync(server.Http, "PATCH", target.Path + Query, input, MediaType(type)).ConfigureAwait(false);
        var after = await FuzzAnswer.SendAsync(server.Http, "GET", target.Path).ConfigureAwait(false);
        Expect.Equal(200, after.Status, "the object is there after a patch");
        Expect.Equal((patched.IsSuccess ? patched : before).Body, after.Body, "the answer is what is stored");
    }

    private static string MediaType(PatchType type) => type switch
    {
        PatchType.Json => "application/json-patch+json",
        PatchType.Merge => "application/merge-patch+json",
        PatchType.StrategicMerge => "application/strategic-merge-patch+json",
        _ => "application/apply-patch+yaml",
    };
}
