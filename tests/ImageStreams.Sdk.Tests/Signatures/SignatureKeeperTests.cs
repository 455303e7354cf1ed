using ImageStreams.Policies;
using ImageStreams.References;
using ImageStreams.Signatures;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Signatures;

/// <summary>A tag that moves only to signed images: one that is signed late, and one that somebody else signed.</summary>
public sealed class SignatureKeeperTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly SignatureShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Decide_SignedLate_MovesAfterTheSignature()
    {
        var keeper = CreateKeeper();
        var image = Push("2.1");
        var stay = Assert.IsType<GatedChoice.Stay>(await keeper.DecideAsync(Request(CreateTag(), ("2.1", image)), Start));
        var waiting = TagGateStateAnnotation.Write(CreateTag(), stay.State);
        Assert.Equal(Start + TimeSpan.FromMinutes(1), stay.NextLook);

        PushSignature(image, _shop);
        var move = await keeper.DecideAsync(Request(waiting, ("2.1", image)), Start + TimeSpan.FromMinutes(1));
        Assert.Equal("2.1", Assert.IsType<GatedChoice.Move>(move).Tag.Name);
    }

    [Fact]
    public async Task Decide_SignedBySomebodyElse_IsRefusedAndTheOtherOneTaken()
    {
        using var other = new SignatureShop();
        var (good, bad) = (Push("2.1"), Push("2.2"));
        PushSignature(good, _shop);
        PushSignature(bad, other);

        var request = Request(CreateTag(), ("2.2", bad), ("2.1", good));
        var move = Assert.IsType<GatedChoice.Move>(await CreateKeeper().DecideAsync(request, Start));
        Assert.Equal("2.1", move.Tag.Name);
        Assert.IsType<GateDecision.Refused>(move.Candidates[0].Decision);
        Assert.Contains("none of the keys of the gate made it", move.Candidates[0].Decision.Explanation, StringComparison.Ordinal);
    }

    private TagGatekeeper CreateKeeper() =>
        new([new SignatureGate(_shop.Registry, new SignatureGateOptions { Keys = { _shop.Pem } })]);

    private Digest Push(string tag) => _shop.Registry.Push($"{SignatureShop.Name}:{tag}", SyntheticImage.Create(tag));

    private void PushSignature(Digest image, SignatureShop signer) => _shop.PushSignatures(
        [signer.SignedParts(SignatureShop.Payload(image))], $"{SignatureShop.Name}:sha256-{image.Hex}.sig");

    private static TagReference CreateTag() => TagGatesAnnotation.Write(
        new TagReference { Name = "prod", From = ObjectReference.DockerImage($"{SignatureShop.Name}:2.0") },
        new TagGateSet { Gates = [new TagGate.Image { Check = "signature" }] });

    private static TagGateRequest Request(TagReference tag, params (string Tag, Digest Digest)[] candidates) => new()
    {
        Tag = tag,
        Target = ImageStreamTagName.Parse("shop/app:prod"),
        Image = ImageReference.Parse($"{SignatureShop.Name}:2.0"),
        Candidates = [.. candidates.Select(candidate => new CandidateTag { Name = candidate.Tag, Digest = candidate.Digest })],
    };
}
