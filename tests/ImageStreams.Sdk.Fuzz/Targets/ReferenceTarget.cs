using ImageStreams.References;

namespace ImageStreams.Fuzz;

/// <summary>References print less than they are (a digest replaces the tag, a registry alone is empty): what is printed
/// stays.</summary>
internal sealed class ReferenceTarget(byte[][] seeds) : NameTarget<ImageReference>("image-reference", seeds)
{
    protected override void CheckPrinted(ImageReference value)
    {
        var printed = value.ToString();
        Expect.Equal(value.Name.Length == 0, printed.Length == 0, "a reference with a name prints something");
        if (printed.Length > 0)
        {
            Expect.Equal(printed, ImageReference.Parse(printed).ToString(), "what is printed stays");
        }
    }
}
