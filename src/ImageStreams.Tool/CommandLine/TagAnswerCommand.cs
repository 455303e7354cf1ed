using System.CommandLine;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>A command that answers where tags lead.</summary>
internal abstract class TagAnswerCommand : AnswerCommand<ValueList<TagAnswer>>
{
    private readonly TagOptions _tags = new();

    protected TagAnswerCommand(string name, string description, string example)
        : base(name, description, example, readsClusters: true) => _tags.AddTo(this);

    /// <inheritdoc/>
    protected sealed override void Check(ParseResult parsed) => _tags.Require(parsed);

    /// <inheritdoc/>
    protected sealed override ValueList<TagAnswer> Ask(LoadedInput input, ParseResult parsed) =>
        TagAnswers.Resolve(input, _tags.Read(parsed, input));

    /// <inheritdoc/>
    protected sealed override bool IsFine(ValueList<TagAnswer> answer) => answer.All(one => one.PullSpec is not null);
}
