using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Testing;
using ImageStreams.Tests.Clients;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ImageStreams.Tests.Documentation;

public sealed class FollowARangeSamples
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ARange_OfVersions_IsFollowed()
    {
        // sample: range-choose
        var policy = new TagPolicy { Range = "^2" };
        CandidateTag[] tags = [.. new[] { "2.0.0", "2.1.0", "2.2.0-rc.1", "3.0.0", "latest" }.Select(CandidateTag.Create)];

        var choice = policy.Choose(tags, followed: CandidateTag.Create("2.0.0"), Now);

        Console.WriteLine(choice.Explanation);   // The rule moves from 2.0.0 to 2.1.0.
        foreach (var other in choice.Others)
        {
            Console.WriteLine(other);            // 2.2.0-rc.1: PreRelease
        }
        // end

        Assert.Equal("The rule moves from 2.0.0 to 2.1.0.", choice.Explanation);
        Assert.Contains("2.2.0-rc.1: PreRelease", choice.Others.Select(other => other.ToString()));
    }

    [Fact]
    public void AChoice_OfEachCase_IsHandled()
    {
        var choice = new TagPolicy { Range = "2.x" }.Choose([CandidateTag.Create("1.0.0")], null, Now);

        // sample: range-cases
        var line = choice switch
        {
            TagChoice.Moved moved => $"follow {moved.Tag.Name} from now on",
            TagChoice.Unchanged unchanged => $"stay with {unchanged.Tag}",
            TagChoice.Nothing nothing => $"stay as it is: {nothing.Reason}",
            TagChoice.Invalid invalid => $"stay as it is, and correct {invalid.Error.Field}",
            _ => throw new InvalidOperationException(),
        };
        // end

        Assert.Equal("stay as it is: NothingFits", line);
    }

    [Fact]
    public void ABuildNumber_InTheTag_IsExtracted()
    {
        // sample: range-extract
        var policy = new TagPolicy
        {
            Order = TagPolicyOrder.Numeric,
            Include = ["^main-[a-f0-9]+-(?P<time>[0-9]+)$"],
            Extract = "$time",
        };
        // end

        CandidateTag[] tags = [CandidateTag.Create("main-ffff-1700000001"), CandidateTag.Create("main-0a1b-1700000002")];
        Assert.Equal("main-0a1b-1700000002", ((TagChoice.Moved)policy.Choose(tags, null, Now)).Tag.Name);
    }

    [Fact]
    public void APolicy_BesideATag_IsWrittenAndRead()
    {
        // sample: range-annotation
        var tag = new TagReference { Name = "prod", From = ObjectReference.DockerImage("quay.io/team/app:2.0.0") };
        var followed = TagPolicyAnnotation.Write(tag, new TagPolicy { Range = "^2", Step = TagPolicyStep.Minor });

        Console.WriteLine(followed.Annotations[TagPolicyAnnotation.Name]);   // {"range":"^2","step":"minor"}

        var reading = TagPolicyAnnotation.Read(followed);
        if (reading is TagPolicyReading.Invalid invalid)
        {
            Console.Error.WriteLine(invalid.Error);   // the field and what is wrong with it
        }
        // end

        Assert.Equal("""{"range":"^2","step":"minor"}""", followed.Annotations[TagPolicyAnnotation.Name]);
        Assert.IsType<TagPolicyReading.Found>(reading);
    }

    [Fact]
    public void APolicy_OfAnotherTool_IsConverted()
    {
        const string imagePolicy = """{"spec":{"interval":"5m","policy":{"semver":{"range":"1.x"}}}}""";

        // sample: range-convert
        if (FluxTagPolicies.Convert(imagePolicy) is TagPolicyConversion.Converted converted)
        {
            Console.WriteLine(TagPolicyAnnotation.Format(converted.Policy));
            foreach (var finding in converted.Findings)
            {
                Console.WriteLine(finding);   // spec.interval: The schedule of the importer decides how often tags are listed.
            }
        }
        // end

        var policy = Assert.IsType<TagPolicyConversion.Converted>(FluxTagPolicies.Convert(imagePolicy)).Policy;
        Assert.Equal("""{"dialect":"flux","range":"1.x","parts":3,"downgrade":"allow"}""", TagPolicyAnnotation.Format(policy));
    }

    [Fact]
    public void AHost_RunsTheController()
    {
        var services = new ServiceCollection();

        // sample: range-host
        services.AddImageStreams().AddTagPolicyController(options => options.Interval = TimeSpan.FromMinutes(5));
        // end

        using var provider = services.BuildServiceProvider();
        Assert.Equal(TimeSpan.FromMinutes(5), provider.GetRequiredService<IOptions<TagPolicyOptions>>().Value.Interval);
        Assert.Null(provider.GetRequiredService<TagPolicyController>().NextDue);
    }

    [Fact]
    public async Task ATag_WithAPolicy_IsMoved()
    {
        using var engine = new EmbeddedEngine();
        using var registry = engine.Registry.CreateClient();
        var client = engine.Client;
        engine.Registry.Push("quay.io/team/app:2.0.0", SyntheticImage.Create("one"));
        engine.Registry.Push("quay.io/team/app:2.1.0", SyntheticImage.Create("two"));
        var tag = new TagReference { Name = "prod", From = ObjectReference.DockerImage("quay.io/team/app:2.0.0") };
        var stream = await client.Streams.CreateAsync(
            EmbeddedEngine.AStream("app", TagPolicyAnnotation.Write(tag, new TagPolicy { Range = "^2" })));

        // sample: range-controller
        var controller = new TagPolicyController(client, registry, options: new TagPolicyOptions { Interval = TimeSpan.FromMinutes(5) });
        controller.Observe(stream);   // and again whenever the stream has changed

        foreach (var report in await controller.RunDueAsync())
        {
            Console.WriteLine(report);   // shop/app:prod: TagMoved, The rule moves from 2.0.0 to 2.1.0.
        }
        // end

        // sample: range-moves
        var moves = TagMovesAnnotation.Read(await client.Streams.GetAsync("shop", "app"));
        Console.WriteLine(moves["prod"]);   // 2.0.0 to 2.1.0
        // end

        Assert.Equal("2.0.0 to 2.1.0", moves["prod"].ToString());
    }
}
