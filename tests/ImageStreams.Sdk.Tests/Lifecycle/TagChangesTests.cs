using ImageStreams.Lifecycle;

namespace ImageStreams.Tests.Lifecycle;

public class TagChangesTests
{
    private static TagReference Old => new()
    {
        Name = "a", Generation = 3, From = new ObjectReference { Kind = ReferenceKinds.ImageStreamTag, Name = "base:1", Namespace = "infra" },
    };

    /// <summary>What counts as a change, as in OpenShift.</summary>
    public static TheoryData<string, TagReference, TagReference?, bool> Changes => new()
    {
        { "the same", Old, Old, false },
        { "new", Old, null, true },
        { "name", Old with { From = Old.From! with { Name = "base:2" } }, Old, true },
        { "no name", Old with { From = Old.From! with { Name = null } }, Old, true },
        { "namespace", Old with { From = Old.From! with { Namespace = "other" } }, Old, true },
        { "no namespace", Old with { From = Old.From! with { Namespace = null } }, Old, true },
        { "no name twice", Old with { From = Old.From! with { Name = null } }, Old with { From = Old.From! with { Name = null } }, false },
        { "kind alone", Old with { From = Old.From! with { Kind = ReferenceKinds.DockerImage } }, Old, false },
        { "no kind", Old with { From = Old.From! with { Kind = null } }, Old, false },
        { "reference", Old with { Reference = true }, Old, true },
        { "import mode", Old with { ImportPolicy = new() { ImportMode = ImportMode.PreserveOriginal } }, Old, true },
        { "scheduled", Old with { ImportPolicy = Old.ImportPolicy with { Scheduled = true } }, Old, false },
        { "reference policy", Old with { ReferencePolicy = new() { Type = ReferencePolicyType.Local } }, Old, false },
        { "generation", Old with { Generation = 2 }, Old, false },
        { "generation 0", Old with { Generation = 0 }, Old, true },
        { "generation 0 again", Old with { Generation = 0 }, Old with { Generation = 0 }, false },
        { "generation 0 after none", Old with { Generation = 0 }, Old with { Generation = null }, false },
        { "no generation", Old with { Generation = null }, Old, false },
        { "from is removed", Old with { From = null }, Old, false },
        { "from is emptied", Old with { From = new ObjectReference { Namespace = "x" } }, Old, false },
        { "from has a kind only", Old with { From = new ObjectReference { Kind = ReferenceKinds.DockerImage } }, Old, true },
        { "from has a name only", Old with { From = new ObjectReference { Name = "b" } }, Old, true },
        { "from is added", Old, Old with { From = null }, true },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void IsNewOrChanged_NameNamespaceReferenceModeAndRequest_Count(string what, TagReference specTag, TagReference? old, bool expected)
    {
        var actual = TagChanges.IsNewOrChanged(old, specTag, "shop");
        Assert.True(expected == actual, what);
    }

    [Theory]
    [InlineData("shop")]
    [InlineData(null)]
    public void IsNewOrChanged_KindInPlaceOfNothing_IsNoChange(string? ns)
    {
        var specTag = Old with { From = new ObjectReference { Kind = ReferenceKinds.DockerImage } };
        Assert.False(TagChanges.IsNewOrChanged(Old with { From = null }, specTag, ns));
    }

    [Theory]
    [InlineData("shop", null, "shop", false)]
    [InlineData(null, "shop", "shop", false)]
    [InlineData(null, null, null, false)]
    [InlineData("other", null, "shop", true)]
    [InlineData("", "shop", "shop", false)]
    public void IsNewOrChanged_NamespaceLeftOut_IsThatOfTheStream(string? before, string? after, string? ns, bool expected) => Assert.Equal(
        expected,
        TagChanges.IsNewOrChanged(
            Old with { From = Old.From! with { Namespace = before } }, Old with { From = Old.From! with { Namespace = after } }, ns));
}
