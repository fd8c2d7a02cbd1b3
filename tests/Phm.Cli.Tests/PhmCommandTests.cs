namespace Phm.Cli.Tests;

public sealed class PhmCommandTests
{
    [Fact]
    public async Task An_error_in_phm_itself_is_one_sentence_that_repeats_nothing_of_the_data()
    {
        var before = Console.Error;
        var said = new StringWriter();
        Console.SetError(said);
        try
        {
            Assert.Equal(1, await PhmCommand.Guard(() => throw new InvalidOperationException("patient 9434765919")));
        }
        finally
        {
            Console.SetError(before);
        }
        Assert.Equal("phm: an error in phm itself (InvalidOperationException); please report the command and this line.", said.ToString().TrimEnd());
    }
}
