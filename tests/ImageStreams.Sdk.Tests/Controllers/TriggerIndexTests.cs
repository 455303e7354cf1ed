using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Controllers;

public class TriggerIndexTests
{
    [Fact]
    public void Find_BuildConfig_HasAKeyOfNamespaceAndName()
    {
        var entry = TriggerIndex.Find(ABuildConfig().TriggeredBy(ATag("ruby:a")).TriggeredBy(ATag("x:1", "ns")).Build(), "builds/");

        Assert.Equal(("builds/shop/site", "shop"), (entry!.Key, entry.Namespace));
        Assert.Equal(["shop/ruby", "ns/x"], entry.ImageStreams);
    }

    [Fact]
    public void Find_NoNamespace_KeepsTheSlashOfTheKey()
    {
        var buildConfig = ABuildConfig().TriggeredBy(ATag("ruby:a")).Build() with { Metadata = new ObjectMeta { Name = "site" } };

        Assert.Equal("builds//site", TriggerIndex.Find(buildConfig, "builds/")!.Key);
    }

    [Fact]
    public void Find_TagOfAnotherApi_IsListedAndConcernsNoStream()
    {
        var entry = TriggerIndex.Find(ABuildConfig().TriggeredBy(ATag("ruby:a") with { ApiVersion = "v1" }).Build(), "")!;

        Assert.Equal("v1", Assert.Single(entry.Triggers).From.ApiVersion);
        Assert.Empty(entry.ImageStreams);
    }

    [Fact]
    public void Find_NoTag_IsNull() => Assert.Null(TriggerIndex.Find(ABuildConfig().TriggeredByPush().Build(), ""));

    [Fact]
    public void ImageStreams_TriggersWithoutStream_AreOmitted()
    {
        var entry = new TriggerIndexEntry
        {
            Key = "k",
            Namespace = "shop",
            Triggers =
            [
                Trigger("ImageStreamTag", "ruby:a"), Trigger("ImageStreamTag", "ruby:b"), Trigger("ImageStreamTag", "ruby"),
                Trigger("ImageStreamImage", "ruby:a"), Trigger("ImageStreamTag", "ruby:a") with { Paused = true },
            ],
        };

        Assert.Equal(["shop/ruby", "shop/ruby"], entry.ImageStreams);
    }

    [Fact]
    public void Compare_States_ReportsTheIndexChange()
    {
        var (none, a, b) = (ABuildConfig().Build(), ABuildConfig().TriggeredBy(ATag("r:a")).Build(), ABuildConfig().TriggeredBy(ATag("r:b")).Build());

        Assert.Equal(TriggerChange.Added, TriggerIndex.Compare(a, null));
        Assert.Equal(TriggerChange.Added, TriggerIndex.Compare(a, none));
        Assert.Equal(TriggerChange.Updated, TriggerIndex.Compare(b, a));
        Assert.Equal(TriggerChange.None, TriggerIndex.Compare(a, a with { Metadata = new ObjectMeta { Name = "other" } }));
        Assert.Equal(TriggerChange.Deleted, TriggerIndex.Compare((BuildConfig?)null, a));
    }

    [Fact]
    public void Find_Workload_HasAKeyOfNamespaceAndName()
    {
        var entry = TriggerIndex.Find(AWorkload().Runs("old").TriggeredBy("ruby:a").Build(), "deployments.apps/");

        Assert.Equal(("deployments.apps/shop/web", "shop"), (entry!.Key, entry.Namespace));
        Assert.Equal(["shop/ruby"], entry.ImageStreams);
        Assert.Null(TriggerIndex.Find(AWorkload().Runs("old").Build(), ""));
    }

    [Fact]
    public void GetKey_WorkloadWithoutNamespace_HasNoSlash() =>
        Assert.Equal("pods/web", TriggerIndex.GetKey(Workload.Parse("""{"kind":"Pod","metadata":{"name":"web"}}"""), "pods/"));

    [Fact]
    public void Compare_WorkloadStates_ReportsTheIndexChange()
    {
        var (none, a) = (AWorkload().Runs("old").Build(), AWorkload().Runs("old").TriggeredBy("ruby:a").Build());

        Assert.Equal(TriggerChange.Added, TriggerIndex.Compare(a, null));
        Assert.Equal(TriggerChange.Added, TriggerIndex.Compare(a, none));
        Assert.Equal(TriggerChange.Updated, TriggerIndex.Compare(none, a));
        Assert.Equal(TriggerChange.None, TriggerIndex.Compare(a, a));
        Assert.Equal(TriggerChange.Deleted, TriggerIndex.Compare((Workload?)null, a));
    }

    [Theory]
    [InlineData(false, "web", true)]
    [InlineData(true, "web", false)]
    [InlineData(false, "other", false)]
    public void Compare_OtherImageOfAContainer_CountsWhereATriggerSetsIt(bool paused, string container, bool isUpdated)
    {
        var former = AWorkload().Runs("old").Runs("old", "other").TriggeredBy("ruby:a", paused: paused).Build();
        var current = former.WithImages(one => one.Name == container ? "new" : null);

        Assert.Equal(isUpdated ? TriggerChange.Updated : TriggerChange.None, TriggerIndex.Compare(current, former));
    }

    private static ObjectFieldTrigger Trigger(string kind, string name) =>
        new() { From = new ObjectFieldTriggerReference { Kind = kind, Name = name } };
}
