using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Tests.Documentation;

public sealed class TagGatesSamples
{
    private static DateTimeOffset Now => new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    private static Digest DigestFor(string tag) => Digest.Sha256(System.Text.Encoding.UTF8.GetBytes(tag));

    [Fact]
    public void Gates_BesideATag_AreWritten()
    {
        // sample: gates-write
        var tag = new TagReference { Name = "prod", From = ObjectReference.DockerImage("quay.io/team/app:2.0") };
        tag = TagPolicyAnnotation.Write(tag, new TagPolicy { Range = "^2" });
        tag = TagGatesAnnotation.Write(tag, new TagGateSet
        {
            Gates =
            [
                new TagGate.Maturity { For = TimeSpan.FromHours(1) },
                new TagGate.Window { TimeZone = "Europe/Berlin", Open = [new GateOpening { From = TimeSpan.FromHours(8), To = TimeSpan.FromHours(17) }] },
                new TagGate.Image { Check = "labels" },
            ],
        });

        Console.WriteLine(tag.Annotations[TagGatesAnnotation.Name]);
        // end

        Assert.Equal(
            """[{"gate":"maturity","for":"1h"},{"gate":"window","zone":"Europe/Berlin","open":["08:00-17:00"]},{"gate":"image","name":"labels"}]""",
            tag.Annotations[TagGatesAnnotation.Name]);
    }

    [Fact]
    public async Task Gates_OfATag_AreAskedAndRemembered()
    {
        CandidateTag[] better = [new() { Name = "2.1", Digest = DigestFor("2.1") }];
        var gates = new TagGateSet { Gates = [new TagGate.Maturity { For = TimeSpan.FromHours(1) }] };
        var tag = TagGatesAnnotation.Write(new TagReference { Name = "prod" }, gates);

        // sample: gates-decide
        var keeper = new TagGatekeeper([new LabelGate("org.opencontainers.image.source")]);
        var request = new TagGateRequest
        {
            Tag = tag,
            Target = ImageStreamTagName.Parse("shop/app:prod"),
            Image = ImageReference.Parse("quay.io/team/app:2.0"),
            Candidates = better,
        };

        var choice = await keeper.DecideAsync(request, Now);

        Console.WriteLine(choice.Explanation);   // 2.1 is not taken: 2.1 has its image since 2026-12-01T10:00:00Z, and may be taken from …
        Console.WriteLine(choice.NextLook);      // in an hour
        if (choice.State != choice.Before)
        {
            tag = TagGateStateAnnotation.Write(tag, choice.State);
        }
        // end

        Assert.Equal(Now.AddHours(1), choice.NextLook);
        Assert.IsType<GatedChoice.Move>(await keeper.DecideAsync(request with { Tag = tag }, Now.AddHours(1)));
    }

    [Fact]
    public void AnApproval_NamesTagDigestAndPerson()
    {
        var tag = new TagReference { Name = "prod" };
        var digest = DigestFor("2.1");

        // sample: gates-approve
        var approval = new TagApproval { Tag = "2.1", Digest = digest, By = "alice", Until = Now.AddDays(2) };
        var approved = TagApprovalsAnnotation.Write(tag, [approval]);
        // end

        Assert.Single(Assert.IsType<TagGateReading<ValueList<TagApproval>>.Found>(TagApprovalsAnnotation.Read(approved)).Value);
    }

    [Fact]
    public void ADecision_OfEachCase_IsHandled()
    {
        var gates = new TagGateSet { Gates = [new TagGate.Approval { By = ["alice"] }] };
        var question = new TagGateQuestion { Tag = "2.1", Digest = DigestFor("2.1") };

        // sample: gates-results
        var decision = gates.Decide(question, Now);
        var line = decision switch
        {
            GateDecision.Open => "move",
            GateDecision.Held { NextLook: { } time } => $"look again at {time:u}",
            GateDecision.Held => "wait until somebody does something",
            GateDecision.Refused refused => $"never: {refused.Explanation}",
            GateDecision.Invalid invalid => $"correct {invalid.Error.Field}",
            _ => throw new InvalidOperationException(),
        };
        // end

        Assert.Equal("wait until somebody does something", line);
    }

    // sample: gates-check
    private sealed class LabelGate(string label) : IImageGate
    {
        public string Name => "labels";

        public string Revision => label;

        public async Task<ImageGateResult> CheckAsync(ImageGateRequest request, CancellationToken cancellationToken)
        {
            if (request.FetchImage is not { } fetch)
            {
                return new ImageGateResult.NotNow { Reason = "The image cannot be fetched here" };
            }

            var metadata = ImageMetadata.Read(await fetch(cancellationToken));
            return metadata.Config?.Labels.ContainsKey(label) == true
                ? new ImageGateResult.Passed()
                : new ImageGateResult.Refused { Reason = $"The image has no label {label}" };
        }
    }
    // end
}
