using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

public class TriggerOutcomeTests
{
    [Fact]
    public void Explanation_ReferenceWithoutAName_HasNoGap()
    {
        var outcome = new BuildTriggerOutcome
        {
            Index = 0,
            Status = TriggerStatus.Unresolved,
            From = new ObjectReference { Kind = ReferenceKinds.ImageStreamTag },
        };

        Assert.Equal("'' does not point to an image.", outcome.Explanation);
    }

    [Fact]
    public void Explanation_ReferenceWithoutAKind_NamesNone()
    {
        var outcome = new DeploymentConfigTriggerOutcome
        {
            Index = 0,
            Status = TriggerStatus.NotATag,
            From = new ObjectReference { Name = "ruby:3" },
        };

        Assert.Equal("The trigger names no kind; only an ImageStreamTag can fire.", outcome.Explanation);
    }
}
