using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

/// <summary>Checks that look at images.</summary>
public class ImageGateTests
{
    private static DateTimeOffset Start => GateSamples.Start;

    private static TagReference Gated => GateSamples.Tag(new TagGate.Image { Check = "signature" });

    [Fact]
    public async Task DecideAsync_ARefusedImage_IsNotAskedAgainAndTheNextOneIsTaken()
    {
        var gate = new SampleGate { Answer = request => request.Image.Tag == "2.2"
            ? new ImageGateResult.Refused { Reason = "no signature" } : new ImageGateResult.Passed { Detail = "key a" } };
        var keeper = new TagGatekeeper([gate]);
        var (first, tag) = await GateSamples.LookAsync(keeper, Gated, Start, "2.2", "2.1");
        var (second, _) = await GateSamples.LookAsync(keeper, tag, Start.AddHours(1), "2.2");

        Assert.Equal("2.1", Assert.IsType<GatedChoice.Move>(first).Tag.Name);
        Assert.Equal("2.2 is not taken: signature refuses 2.2: no signature.", second.Explanation);
        Assert.Null(second.NextLook);
        Assert.Equal(["2.2", "2.1"], gate.Asked.Select(request => request.Image.Tag));
        Assert.Equal("shop/app:prod", gate.Asked[0].Target.ToString());
        Assert.Equal(GateSamples.DigestFor("2.2"), gate.Asked[0].Digest);
    }

    [Fact]
    public async Task DecideAsync_AnotherRevisionOfTheCheck_AsksAgain()
    {
        var gate = new SampleGate { Answer = _ => new ImageGateResult.Refused { Reason = "unknown key" } };
        var (_, tag) = await GateSamples.LookAsync(new TagGatekeeper([gate]), Gated, Start, "2.1");
        var newer = new SampleGate { Revision = "two keys", Answer = _ => new ImageGateResult.Passed() };

        var (choice, _) = await GateSamples.LookAsync(new TagGatekeeper([newer]), tag, Start, "2.1");

        Assert.IsType<GatedChoice.Move>(choice);
    }

    [Fact]
    public async Task DecideAsync_NoAnswerYet_IsTriedAgainLaterAndLater()
    {
        var gate = new SampleGate { Answer = _ => throw new InvalidOperationException("The registry is away") };
        var keeper = new TagGatekeeper([gate]);
        var (tag, now) = (Gated, Start);
        var delays = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            (var choice, tag) = await GateSamples.LookAsync(keeper, tag, now, "2.1");
            delays.Add((choice.NextLook!.Value - now).TotalMinutes);
            (_, tag) = await GateSamples.LookAsync(keeper, tag, choice.NextLook.Value.AddSeconds(-1), "2.1");
            now = choice.NextLook.Value;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], delays);
        Assert.Equal(8, gate.Asked.Count);
    }

    [Fact]
    public async Task DecideAsync_TheCheckNamesATime_AsksThen()
    {
        var gate = new SampleGate { Answer = _ => new ImageGateResult.NotNow { Reason = "scanning", RetryAfter = TimeSpan.FromMinutes(5) } };

        var (choice, tag) = await GateSamples.LookAsync(new TagGatekeeper([gate]), Gated, Start, "2.1");

        Assert.Equal(Start.AddMinutes(5), choice.NextLook);
        Assert.Equal(choice.State, Assert.IsType<TagGateReading<TagGateState>.Found>(TagGateStateAnnotation.Read(tag)).Value);
    }

    [Fact]
    public async Task DecideAsync_AGateBeforeItIsHeld_AsksNothing()
    {
        var gate = new SampleGate { Answer = _ => new ImageGateResult.Passed() };
        var tag = GateSamples.Tag(new TagGate.Maturity { For = TimeSpan.FromHours(1) }, new TagGate.Image { Check = "signature" });

        var (choice, _) = await GateSamples.LookAsync(new TagGatekeeper([gate]), tag, Start, "2.1");

        Assert.Empty(gate.Asked);
        Assert.Equal("signature is asked when the gates before it are open.", choice.Candidates[0].Decision.Results[1].Text);
    }

    [Fact]
    public async Task DecideAsync_ACheckThatIsNotThere_HoldsTheTag()
    {
        var (choice, _) = await GateSamples.LookAsync(new TagGatekeeper([]), Gated, Start, "2.1");

        Assert.Equal("2.1 is not taken: There is no check signature here.", choice.Explanation);
    }

    [Fact]
    public void Preview_ACheckThatWasNotAsked_HoldsTheTagAndAsksNothing()
    {
        var gate = new SampleGate { Answer = _ => new ImageGateResult.Passed() };

        var choice = new TagGatekeeper([gate]).Preview(GateSamples.Request(Gated, "2.1"), Start);

        Assert.Equal("2.1 is not taken: signature is to be asked about 2.1.", choice.Explanation);
        Assert.Empty(gate.Asked);
    }

    [Fact]
    public void Constructor_NamesThatCannotBeWrittenOrAreThereTwice_AreRefused()
    {
        var gate = new SampleGate { Answer = _ => new ImageGateResult.Passed() };

        Assert.Throws<ArgumentException>("checks", () => new TagGatekeeper([gate, gate]));
        Assert.Throws<ArgumentException>("checks", () => new TagGatekeeper([new SampleGate { Name = "A b", Answer = gate.Answer }]));
    }

    private sealed class SampleGate : IImageGate
    {
        public List<ImageGateRequest> Asked { get; } = [];

        public string Name { get; init; } = "signature";

        public string Revision { get; init; } = "";

        public required Func<ImageGateRequest, ImageGateResult> Answer { get; init; }

        public Task<ImageGateResult> CheckAsync(ImageGateRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request);
            return Task.FromResult(Answer(request));
        }
    }
}
