using ImageStreams.References;

namespace ImageStreams.Tests.Documentation;

public sealed class ReferencesSamples
{
    [Fact]
    public void Parse_APullSpec_HasParts()
    {
        // sample: references-parse
        var reference = ImageReference.Parse("quay.io/team/app:1.0");

        Console.WriteLine(reference.Registry);        // quay.io
        Console.WriteLine(reference.RepositoryName);  // team/app
        Console.WriteLine(reference.Tag);             // 1.0
        // end

        Assert.Equal(("quay.io", "team/app", "1.0"), (reference.Registry, reference.RepositoryName, reference.Tag));
    }

    [Fact]
    public void Defaults_OfAShortName_AreThoseOfDocker()
    {
        // sample: references-defaults
        var shortName = ImageReference.Parse("python");
        var fullName = ImageReference.Parse("docker.io/library/python:latest");

        var same = DockerReferenceComparer.Instance.Equals(shortName, fullName);   // true
        var filled = shortName.ToDockerClientDefaults().ToString();                // docker.io/library/python:latest
        var equal = shortName == fullName;                                         // false: == compares the parts
        // end

        Assert.True(same);
        Assert.Equal("docker.io/library/python:latest", filled);
        Assert.False(equal);
    }

    [Fact]
    public void Names_OfStreamTags_AreSplit()
    {
        // sample: references-names
        var name = ImageStreamTagName.Parse("shop/python:3.8");

        Console.WriteLine(name.StreamName);  // shop/python
        Console.WriteLine(name.Tag);         // 3.8
        Console.WriteLine(name.LocalName);   // python:3.8
        // end

        Assert.Equal(("shop/python", "3.8", "python:3.8"), (name.StreamName.ToString(), name.Tag, name.LocalName));
    }

    [Fact]
    public void Fields_OfTheApi_AreReadWithoutANamespace()
    {
        var reference = new TagReference { Name = "prod", From = new ObjectReference { Kind = "ImageStreamTag", Name = "python:3.8" } };

        // sample: references-fields
        if (ImageStreamTagName.TryParseLocalName(reference.From?.Name, out var local))
        {
            var followed = local.WithNamespace(reference.From.Namespace ?? "shop");

            Console.WriteLine(followed);   // shop/python:3.8
        }
        // end

        Assert.Equal("shop/python:3.8", local?.WithNamespace("shop").ToString());
    }

    [Fact]
    public void Tags_Prioritized_AreInOpenShiftsOrder()
    {
        // sample: references-priority
        var tags = TagPriority.Prioritize(["nightly", "3.8.19", "3.8", "latest", "3.10"]);

        Console.WriteLine(string.Join(", ", tags));   // latest, 3.10, 3.8, 3.8.19, nightly
        // end

        Assert.Equal(["latest", "3.10", "3.8", "3.8.19", "nightly"], tags);
    }

    [Fact]
    public void Parse_ABadName_ReportsErrorAndPosition()
    {
        string message = "";

        // sample: references-errors
        try
        {
            ImageReference.Parse("quay.io/Team/app");
        }
        catch (ImageReferenceFormatException e) when (e.Reason == ReferenceFailure.Uppercase)
        {
            message = e.Message;   // 'quay.io/Team/app' is not an image reference: 'T' at index 8 must be lower-case.
        }
        // end

        Assert.Equal("'quay.io/Team/app' is not an image reference: 'T' at index 8 must be lower-case.", message);
    }
}
