namespace ImageStreams.Manifests;

/// <summary>Reads Dockerfiles and Containerfiles.</summary>
internal sealed class DockerfileReader : IMentionReader
{
    /// <inheritdoc/>
    public ImageMentionFormat Format => ImageMentionFormat.Dockerfile;

    /// <inheritdoc/>
    public void Read(MentionReading reading)
    {
        var directives = DockerfileDirectives.Read(reading.Text);
        var stages = new DockerfileStages(reading);
        if (directives.Syntax.Start >= 0)
        {
            stages.AddSyntax(directives.Syntax);
        }

        foreach (var instruction in new DockerfileParser(reading, directives.Escape).Read())
        {
            stages.Visit(instruction);
        }

        stages.Complete();
    }
}
