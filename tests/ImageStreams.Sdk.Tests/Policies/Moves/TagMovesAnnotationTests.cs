using ImageStreams.Policies;

namespace ImageStreams.Tests.Policies;

public sealed class TagMovesAnnotationTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"prod":7}""")]
    [InlineData("""{"prod":{"tag":"2.1","reason":"\ud800"}}""")]
    public void Read_TextThatNobodyHasWritten_IsNoMove(string text)
    {
        var stream = new ImageStream { Metadata = new ObjectMeta { Annotations = [new(TagMovesAnnotation.Name, text)] } };

        Assert.True(TagMovesAnnotation.Read(stream).IsEmpty);
    }
}
